import { selectTokenViews } from "./_token-view";
import { withinReach } from "./_within-reach";
import type { TokenView } from "./contract";
import type { TokenKeeper } from "./keeper";

/** An account's tokens, newest first, ended ones among them. */
export function listTokens(keeper: TokenKeeper): Promise<TokenView[]> {
  return selectTokenViews(withinReach(keeper));
}
