import type { Actor, Scope } from "../core/actor";
import { AppError } from "../core/errors";
import { covers } from "./_covers";
import type { TokenMode } from "./contract";

/** What a token may do, until when and from where. */
interface Reach {
  mode: TokenMode;
  scopes: readonly Scope[];
  /** Null: until it is revoked. */
  expiresAt: Date | null;
  /** Empty: from any address. */
  cidrs: readonly string[];
}

/**
 * Throws forbidden when a token would hand out a secret that reaches further than its own: more scopes, live
 * instead of test, a longer life, or addresses outside its own list. A person may hand out any.
 */
export function demandGrantable(actor: Actor, wanted: Reach): void {
  if (actor.kind !== "token") return;
  const sentence = excessOf(wanted, actor);
  if (sentence) throw new AppError("forbidden", sentence);
}

function excessOf(wanted: Reach, own: Reach): string | undefined {
  if (own.mode === "test" && wanted.mode !== "test") {
    return "A test token can only make test tokens.";
  }
  const beyond = wanted.scopes.find((scope) => !own.scopes.includes(scope));
  if (beyond) return `This token lacks the scope “${beyond}” and cannot grant it.`;
  if (own.expiresAt && (!wanted.expiresAt || wanted.expiresAt > own.expiresAt)) {
    const end = own.expiresAt.toISOString();
    return `This token expires at ${end} and cannot grant a longer life. Set expires_at to that time or earlier.`;
  }
  if (own.cidrs.length === 0) return undefined;
  if (wanted.cidrs.length > 0 && covers(own.cidrs, wanted.cidrs)) return undefined;
  return `This token works only from ${own.cidrs.join(", ")} and cannot grant other addresses. Set cidrs within that.`;
}
