import { and, eq, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import type { Actor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { type CampaignRef, isCampaign } from "./_campaign-ref";

interface Wanted {
  actor: Pick<Actor, "accountId">;
  /** The marker stands for the number from now on. */
  input: { number: string; marker: string };
}

/**
 * Erases what was uploaded about a number from every campaign of an account, one campaign at a time; a draft is checked
 * again. The row of a message that is still to leave stays, but no sample shows it. Returns how many rows it erased.
 */
export async function eraseRowsOf({ actor, input }: Wanted): Promise<number> {
  const { accountId } = actor;
  const all = await db()
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.accountId, accountId));
  let erased = 0;
  for (const { id } of all) {
    erased += await db().transaction((tx) => eraseOf({ accountId, id }, input, tx));
  }
  await eraseSamplesOf(accountId, input.number);
  return erased;
}

async function eraseOf(
  campaign: CampaignRef,
  { number, marker }: Wanted["input"],
  tx: Tx,
): Promise<number> {
  const { accountId, id } = campaign;
  // A draft that is started or checked meanwhile would be neither: its people are paid for as it was then.
  await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(isCampaign(campaign), eq(campaigns.status, "draft")))
    .for("update");
  const [done] = await tx.execute<{ count: number }>(sql`
    with erased as (
      update ${campaignRows} r
      set cells = (select coalesce(jsonb_agg(''::text), '[]') from jsonb_array_elements(r.cells)),
        recipient = case when c.status = 'draft' then null else ${marker}::text end,
        state = case when c.status = 'draft' then 'unchecked' else r.state end,
        detail = null, client_ref = null
      from ${campaigns} c
      where c.account_id = ${accountId}::uuid and c.id = ${id}::uuid
        and r.account_id = c.account_id and r.campaign_id = c.id
        and (r.recipient = ${number} or r.recipient is null and exists (
          select 1 from jsonb_array_elements_text(r.cells) as cell
          where regexp_replace(cell, '\\D', '', 'g') in (${number}, ${`00${number}`})))
        and (r.state <> 'ready' or c.status in ('draft', 'finished', 'cancelled') or exists (
          select 1 from ${messages} m
          where m.account_id = r.account_id and m.id = r.message_id and m.recipient = ${marker}))
      returning 1
    ), rechecked as (
      update ${campaigns} set revision = revision + 1
      where account_id = ${accountId}::uuid and id = ${id}::uuid and status = 'draft'
        and exists (select 1 from erased)
    )
    select count(*)::int as count from erased`);
  return done?.count ?? 0;
}

/** What a check shows of its rows are whole messages. */
async function eraseSamplesOf(accountId: string, number: string): Promise<void> {
  const samples = sql`jsonb_array_elements(summary -> 'samples') as sample`;
  await db().execute(sql`
    update ${campaigns} set summary = jsonb_set(summary, '{samples}', (
      select coalesce(jsonb_agg(sample), '[]') from ${samples} where sample ->> 'to' <> ${number}))
    where account_id = ${accountId}::uuid
      and exists (select 1 from ${samples} where sample ->> 'to' = ${number})`);
}
