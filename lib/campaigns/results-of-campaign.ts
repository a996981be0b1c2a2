import { sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { inboundMessages, optOuts } from "@/drizzle/schema/inbound";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, demandPermission } from "../core/actor";
import { readDb } from "../core/db";
import { readInTurn } from "../core/limits/read-in-turn";
import { withStatementKind } from "../core/statement-kind";
import { countOpened } from "../links/count-opened";
import { countryOf } from "../numbers/country-of";
import { operatorOf } from "../numbers/operator-of";
import { type Campaign, findCampaign } from "./_find-campaign";
import { hasFailed } from "./_has-failed";
import { turns } from "./_turns";
import type { CampaignResults } from "./results-contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string };
}

type Group = CampaignResults["countries"][number];

const pageSize = 5000;

/**
 * What became of a campaign's messages by country, operator, and reason, who answered or opted out since its start, and
 * how many can be sent to again.
 * Throws not_found, and forbidden without `read_messages`.
 */
export async function resultsOfCampaign({ actor, input }: Wanted): Promise<CampaignResults> {
  demandPermission(actor, "read_messages");
  const campaign = await findCampaign(actor, input.campaignId);
  return readInTurn(actor.accountId, () =>
    withStatementKind("bulk", async () => ({
      countries: await byCountry(campaign),
      operators: await byOperator(campaign),
      reasons: await byReason(campaign),
      ...(await answersTo(campaign)),
      failed: await countFailed(campaign),
      links: await countOpened({ actor, input: { sendId: campaign.id } }),
    })),
  );
}

/** The rows of what was sent to many before there were campaigns, 500 at most, know no country but by their numbers. */
async function byCountry({ accountId, id }: Campaign): Promise<Group[]> {
  const rows = await readDb().execute<{
    name: string | null;
    to: string | null;
    status: string;
    n: number;
  }>(sql`
    select r.country as name, case when r.country is null then r.recipient end as "to", m.status,
      count(*)::int as n
    from ${campaignRows} r join ${messages} m on m.account_id = r.account_id and m.id = r.message_id
    where r.account_id = ${accountId} and r.campaign_id = ${id} group by 1, 2, 3`);
  return toGroups(
    rows.map(({ to, ...row }) => ({ ...row, name: row.name ?? (to && countryOf(to)) })),
  );
}

/** The carrier's word, else the holder of the range, as everywhere: the latter is looked up number by number. */
async function byOperator({ accountId, id }: Campaign): Promise<Group[]> {
  const counts = new Map<string, { name: string | null; status: string; n: number }>();
  const turn = turns();
  let after: string | undefined;
  do {
    const rows = await readDb().execute<{
      id: string;
      operator: string | null;
      to: string;
      status: string;
    }>(sql`
      select id, operator, recipient as "to", status from ${messages}
      where account_id = ${accountId} and send_id = ${id}
        and ${after === undefined ? sql`true` : sql`id > ${after}::uuid`}
      order by id limit ${pageSize}`);
    await turn.map(rows, (row) => {
      const { operator: name } = operatorOf(row);
      const key = `${row.status} ${name}`;
      const known = counts.get(key);
      if (known) known.n += 1;
      else counts.set(key, { name, status: row.status, n: 1 });
    });
    after = rows.length === pageSize ? rows.at(-1)?.id : undefined;
  } while (after !== undefined);
  return toGroups([...counts.values()]);
}

async function byReason({ accountId, id }: Campaign): Promise<CampaignResults["reasons"]> {
  const rows = await readDb().execute<{ reason: string; status: string; n: number }>(sql`
    select reason, status, count(*)::int as n from ${messages}
    where account_id = ${accountId} and send_id = ${id} and reason is not null
    group by 1, 2 order by 3 desc, 1 limit 100`);
  return rows.map(({ reason, status, n }) => ({ reason, status, messages: n }));
}

async function countFailed({ accountId, id }: Campaign): Promise<number> {
  const [row] = await readDb().execute<{ failed: number }>(sql`
    select count(*)::int as failed from ${campaignRows} r
    where r.account_id = ${accountId} and r.campaign_id = ${id} and ${hasFailed}`);
  return row?.failed ?? 0;
}

async function answersTo({ accountId, id, startedAt }: Campaign) {
  const since = startedAt?.toISOString();
  if (since === undefined) return { replies: 0, opt_outs: 0 };
  const isReached = (number: "sender" | "recipient") => sql`exists (
    select 1 from ${campaignRows} r where r.account_id = ${accountId} and r.campaign_id = ${id}
      and r.message_id is not null and r.recipient = x.${sql.raw(number)})`;
  const [row] = await readDb().execute<{ replies: number; opt_outs: number }>(sql`
    select (
      select count(*)::int from ${inboundMessages} x where x.account_id = ${accountId}
        and x.received_at >= ${since}::timestamptz and ${isReached("sender")}
    ) as replies, (
      select count(*)::int from ${optOuts} x where x.account_id = ${accountId}
        and x.created_at >= ${since}::timestamptz and ${isReached("recipient")}
    ) as opt_outs`);
  return { replies: row?.replies ?? 0, opt_outs: row?.opt_outs ?? 0 };
}

/** The biggest first. */
function toGroups(rows: readonly { name: string | null; status: string; n: number }[]): Group[] {
  const groups = new Map<string | null, Group>();
  for (const { name, status, n } of rows) {
    const group = groups.get(name) ?? { name, messages: 0, statuses: {} };
    group.messages += n;
    group.statuses[status] = (group.statuses[status] ?? 0) + n;
    groups.set(name, group);
  }
  return [...groups.values()].toSorted((a, b) => b.messages - a.messages);
}
