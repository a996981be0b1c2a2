import type { Actor } from "../core/actor";

/** Under which name a decision is kept: an email, or "operator" for the command line. */
export function nameOf(actor: Actor): string {
  return actor.kind === "user" ? actor.email : actor.kind;
}
