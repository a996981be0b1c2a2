import { addressList } from "../core/address-list";
import { maxRemembered, rememberedMs, rememberedTokens } from "./_remembered-tokens";
import type { AuthenticatedToken } from "./authenticate-token";

/** Remembers a token of an active account for half a minute, so that `recallToken` finds it. */
export function rememberToken({ accountStatus, known, ...actor }: AuthenticatedToken): void {
  if (accountStatus !== "active") return;
  rememberedTokens.delete(known.hash);
  rememberedTokens.set(known.hash, {
    actor: { ...actor, remembered: known },
    isAllowed: actor.cidrs.length === 0 ? () => true : addressList([...actor.cidrs]),
    untilMs: Date.now() + rememberedMs,
  });
  if (rememberedTokens.size <= maxRemembered) return;
  const [oldest = ""] = rememberedTokens.keys();
  rememberedTokens.delete(oldest);
}
