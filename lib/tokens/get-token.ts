import { and, eq } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { type Actor, demandPermission } from "../core/actor";
import { selectTokenViews } from "./_token-view";
import { withinReach } from "./_within-reach";
import type { TokenView } from "./contract";
import { noSuchToken } from "./read-token-id";

interface Wanted {
  actor: Actor;
  input: { tokenId: string };
}

/** One token. Throws not_found, and forbidden without `manage_tokens`. */
export async function getToken({ actor, input }: Wanted): Promise<TokenView> {
  demandPermission(actor, "manage_tokens");
  const [view] = await selectTokenViews(
    actor,
    and(withinReach(actor), eq(tokens.id, input.tokenId)),
  );
  if (!view) throw noSuchToken();
  return view;
}
