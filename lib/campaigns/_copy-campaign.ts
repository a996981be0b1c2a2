import { type SQL, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { withStatementKind } from "../core/statement-kind";
import { sourceOf } from "../messages/source-of";
import { demandFewRows } from "./_demand-few-rows";
import type { Campaign } from "./_find-campaign";
import { isTextHidden } from "./_is-text-hidden";
import { campaignSentences } from "./sentences";

/**
 * A new draft of the actor with the text, the settings, and the rows of a campaign for which a condition on `r` holds.
 * Throws conflict for one whose text is gone or is shown to nobody.
 */
export async function copyCampaign(
  original: Campaign,
  which: SQL,
  actor: Actor,
): Promise<Campaign> {
  const { accountId, name, from, body, columns, mapping, defaultCountry, fileName } = original;
  const { rate, quietFrom, quietUntil, bodyStorage } = original;
  demandText(original);
  const id = newId();
  return withStatementKind("bulk", () =>
    db().transaction(async (tx) => {
      await demandFewRows(accountId, tx);
      const copied = await tx.execute<{ rows: number }>(sql`
        with copied as (
          insert into ${campaignRows} (account_id, campaign_id, position, cells, client_ref)
          select account_id, ${id}::uuid, position, cells, client_ref from ${campaignRows} r
          where account_id = ${accountId} and campaign_id = ${original.id} and ${which}
          returning 1
        ) select count(*)::int as rows from copied`);
      const [draft] = await tx
        .insert(campaigns)
        .values({
          ...{ accountId, id, name, from, body, columns, mapping, defaultCountry, fileName },
          ...{ rate, quietFrom, quietUntil, bodyStorage },
          status: "draft",
          test: original.test,
          source: sourceOf(actor),
          tokenId: actor.kind === "token" ? actor.tokenId : null,
          rows: copied[0]?.rows ?? 0,
          revision: 1,
        })
        .returning();
      if (!draft) throw new AppError("not_found", campaignSentences.notFound);
      return draft;
    }),
  );
}

function demandText(campaign: Campaign): void {
  if (isTextHidden(campaign)) throw new AppError("conflict", campaignSentences.noTextLeft);
}
