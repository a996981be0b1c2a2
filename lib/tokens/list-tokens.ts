import { type Actor, demandPermission } from "../core/actor";
import { selectTokenViews } from "./_token-view";
import { withinReach } from "./_within-reach";
import type { TokenView } from "./contract";

/** An account's tokens, newest first, ended ones among them. Throws forbidden without `manage_tokens`. */
export async function listTokens({ actor }: { actor: Actor }): Promise<TokenView[]> {
  demandPermission(actor, "manage_tokens");
  return selectTokenViews(actor, withinReach(actor));
}
