import type { Actor, Scope } from "../core/actor";
import { AppError } from "../core/errors";
import type { Sentence } from "../core/sentence";
import { covers } from "./_covers";
import type { TokenMode } from "./contract";
import { tokenSentences } from "./sentences";

/** What a token may do, until when and from where. */
interface Reach {
  mode: TokenMode;
  scopes: readonly Scope[];
  /** Null: until it is revoked. */
  expiresAt: Date | null;
  /** Empty: from any address. */
  cidrs: readonly string[];
  /** Null or left out: any number of credits. */
  dailyLimit?: number | null;
}

/**
 * Throws forbidden when a token would hand out a secret that reaches further than its own: more scopes, live
 * instead of test, a longer life, spending when its own is limited, or addresses outside its own list. A person may hand out any.
 */
export function demandGrantable(actor: Actor, wanted: Reach): void {
  if (actor.kind !== "token") return;
  const sentence = excessOf(wanted, actor);
  if (sentence) throw new AppError("forbidden", sentence);
}

function excessOf(wanted: Reach, own: Reach): Sentence | undefined {
  if (own.mode === "test" && wanted.mode !== "test") {
    return tokenSentences.onlyTestFromTest;
  }
  const beyond = wanted.scopes.find((scope) => !own.scopes.includes(scope));
  if (beyond) return tokenSentences.scopeBeyond({ scope: beyond });
  if (own.expiresAt && (!wanted.expiresAt || wanted.expiresAt > own.expiresAt)) {
    return tokenSentences.lifeBeyond({ end: own.expiresAt.toISOString() });
  }
  if (own.dailyLimit && canSpend(wanted)) {
    return tokenSentences.limitBeyond({ limit: own.dailyLimit });
  }
  if (own.cidrs.length === 0) return undefined;
  if (wanted.cidrs.length > 0 && covers(own.cidrs, wanted.cidrs)) return undefined;
  return tokenSentences.addressesBeyond({ cidrs: own.cidrs.join(", ") });
}

/** Each token has a limit to itself: with others like it, one could spend many times its own. */
function canSpend({ mode, scopes }: Reach): boolean {
  return mode === "live" && scopes.includes("send");
}
