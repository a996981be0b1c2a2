import type { RememberedToken } from "../core/actor";
import type { Admission } from "./_admission";

/**
 * What the token of a send was when somebody last looked, in memory or in the database: the statement that stores the send
 * proves that it still is. Undefined for whoever has no token.
 */
export function proofOf({ actor }: Pick<Admission, "actor">): RememberedToken | undefined {
  return actor.kind === "token" ? (actor.remembered ?? actor.known) : undefined;
}
