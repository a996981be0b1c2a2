import type { RememberedToken } from "../core/actor";
import { rememberedTokens } from "./_remembered-tokens";

/** Forgets a token, so that its next request looks it up. */
export function forgetToken({ hash }: RememberedToken): void {
  rememberedTokens.delete(hash);
}
