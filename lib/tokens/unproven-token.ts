/**
 * A remembered token that the database does not confirm: whoever remembered it forgets it and asks anew. No client ever
 * sees it.
 */
export class UnprovenTokenError extends Error {
  override readonly name = "UnprovenTokenError";

  constructor() {
    super("A remembered token was not confirmed.");
  }
}
