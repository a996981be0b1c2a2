import { sql } from "drizzle-orm";
import { inboundParts } from "@/drizzle/schema/inbound";
import { db } from "../core/db";
import { daysOf } from "../retention/kept";
import { asTheyAre, takeParts } from "./_join-parts";
import { storeInbound } from "./_store-inbound";

const maxWaitDays = daysOf("inbound_parts");
const batchSize = 200;

/**
 * Stores long messages whose parts have not all come within a day as far as they came, and forgets the parts of those
 * that were joined. Returns how many there were.
 */
export async function sweepParts(): Promise<number> {
  const groups = await db().execute<{ carrier: string; group_key: string }>(sql`
    select carrier, group_key from ${inboundParts} group by carrier, group_key
    having max(received_at) < now() - ${maxWaitDays} * interval '1 day'
    limit ${batchSize}`);
  for (const { carrier, group_key: group } of groups) {
    await db().transaction(async (tx) => {
      await storeInbound(carrier, asTheyAre(await takeParts(carrier, group, tx)), tx);
    });
  }
  return groups.length;
}
