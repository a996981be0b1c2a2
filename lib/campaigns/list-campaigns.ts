import { and, desc, eq, lt } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId, publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { readInTurn } from "../core/limits/read-in-turn";
import { viewCampaign } from "./_campaign-view";
import { visibleCampaigns } from "./_find-campaign";
import type { CampaignView } from "./contract";
import type { ListCampaignsQuery } from "./inputs-contract";
import { campaignSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  input: ListCampaignsQuery;
}

/**
 * The campaigns an actor can see, newest first, with their progress; `nextCursor` is null at the end. Throws
 * invalid_request, and forbidden without `read_messages`.
 */
export async function listCampaigns({ actor, input }: Wanted): Promise<{
  data: CampaignView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "read_messages");
  const { status, limit, cursor } = input;
  const before = cursor === undefined ? undefined : parsePublicId("cmp", cursor);
  if (cursor !== undefined && before === undefined) {
    throw invalidFields({ cursor: [campaignSentences.wrongCursor] });
  }
  return readInTurn(actor.accountId, async () => {
    const rows = await db()
      .select()
      .from(campaigns)
      .where(
        and(
          visibleCampaigns(actor),
          status && eq(campaigns.status, status),
          before === undefined ? undefined : lt(campaigns.id, before),
        ),
      )
      .orderBy(desc(campaigns.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const data: CampaignView[] = [];
    for (const row of page) data.push(await viewCampaign(row));
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { data, nextCursor: last ? publicId("cmp", last.id) : null };
  });
}
