import type { RecalledToken } from "../core/actor";
import { rememberedTokens } from "./_remembered-tokens";

/** Forgets a token, so that its next request looks it up. */
export function forgetToken({ remembered }: RecalledToken): void {
  rememberedTokens.delete(remembered.hash);
}
