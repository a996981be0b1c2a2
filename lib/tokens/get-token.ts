import { and, eq } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { selectTokenViews } from "./_token-view";
import { withinReach } from "./_within-reach";
import type { TokenView } from "./contract";
import type { TokenKeeper } from "./keeper";
import { noSuchToken } from "./read-token-id";

/** One token. Throws not_found. */
export async function getToken(keeper: TokenKeeper & { tokenId: string }): Promise<TokenView> {
  const [view] = await selectTokenViews(and(withinReach(keeper), eq(tokens.id, keeper.tokenId)));
  if (!view) throw noSuchToken();
  return view;
}
