import type { RecalledToken } from "../core/actor";
import { rememberedTokens } from "./_remembered-tokens";
import { bearerOf } from "./authenticate-token";
import { hashToken } from "./token-format";

/**
 * The token of an `Authorization` header as it was when this process last looked it up; undefined when it does not know
 * it, or not from this address. It may have been revoked since: whoever acts for it proves it by `provenTokensClause`.
 */
export function recallToken(
  header: string | undefined,
  address: string | null,
): RecalledToken | undefined {
  const token = bearerOf(header ?? null);
  if (token === undefined) return undefined;
  const hash = hashToken(token);
  const known = rememberedTokens.get(hash);
  if (!known?.isAllowed(address)) return undefined;
  rememberedTokens.delete(hash);
  if (known.untilMs <= Date.now()) return undefined;
  rememberedTokens.set(hash, known);
  return { ...known.actor, address };
}
