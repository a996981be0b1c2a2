import { and, eq, isNull } from "drizzle-orm";
import { tokens } from "@/drizzle/schema/tokens";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { selectTokenViews } from "./_token-view";
import { withinReach } from "./_within-reach";
import type { TokenView } from "./contract";
import { noSuchToken } from "./read-token-id";

interface Wanted {
  actor: Actor;
  input: { tokenId: string };
}

/**
 * Revokes a token with all its secrets: the next request with it, in any process, is rejected. A second
 * time changes nothing. Any token may revoke itself: giving it up takes no more than having it. Throws not_found, and
 * forbidden without `manage_tokens`.
 */
export async function revokeToken({ actor, input }: Wanted): Promise<TokenView> {
  const isOwn = actor.kind === "token" && actor.tokenId === input.tokenId;
  if (!isOwn) demandPermission(actor, "manage_tokens");
  const which = and(withinReach(actor), eq(tokens.id, input.tokenId));
  await db().transaction(async (tx) => {
    const [revoked] = await tx
      .update(tokens)
      .set({ revokedAt: await databaseNow(tx) })
      .where(and(which, isNull(tokens.revokedAt)))
      .returning({ id: tokens.id, name: tokens.name });
    if (!revoked) return;
    const target = { id: publicId("tok", revoked.id), name: revoked.name };
    await recordActivity({ actor, action: "token.revoked", target }, tx);
  });
  const [view] = await selectTokenViews(actor, which);
  if (!view) throw noSuchToken();
  return view;
}
