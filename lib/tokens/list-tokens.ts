import { type Actor, demandScope } from "../core/actor";
import { selectTokenViews } from "./_token-view";
import { withinReach } from "./_within-reach";
import type { TokenView } from "./contract";

/** An account's tokens, newest first, ended ones among them. Throws forbidden without the scope `manage`. */
export async function listTokens({ actor }: { actor: Actor }): Promise<TokenView[]> {
  demandScope(actor, "manage");
  return selectTokenViews(actor, withinReach(actor));
}
