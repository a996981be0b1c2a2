import { sql } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import type { Actor } from "../core/actor";
import { readDb } from "../core/db";
import { maxLinks } from "./contract";

/** What became of a link of a campaign, over all its recipients. */
export interface OpenedLink {
  target: string;
  /** Recipients whose message has it, and those who opened it. */
  people: number;
  opened: number;
  opens: number;
  previews: number;
}

interface Wanted {
  actor: Pick<Actor, "accountId">;
  /** The campaign, as it is stored. */
  input: { sendId: string };
}

/** How many recipients of a campaign opened each of its links. Who may see the campaign is for the caller to know. */
export async function countOpened({ actor, input }: Wanted): Promise<OpenedLink[]> {
  const rows = await readDb().execute<Record<string, unknown> & OpenedLink>(sql`
    select target, count(distinct message_id)::int as people,
      (count(distinct message_id) filter (where opens > 0))::int as opened,
      sum(opens)::int as opens, sum(previews)::int as previews
    from ${shortLinks} where account_id = ${actor.accountId} and send_id = ${input.sendId}
    group by target order by 3 desc, target limit ${maxLinks}`);
  return [...rows];
}
