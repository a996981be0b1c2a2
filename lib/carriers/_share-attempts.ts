import { sql } from "drizzle-orm";
import { carrierAttempts } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { type AttemptCounts, windowMs } from "./_attempt-window";

/** More than the window has seconds. */
const slots = 32;

interface Shared {
  carrier: string;
  counts: AttemptCounts;
  /** What the carrier said last, if it failed. */
  detail: string | null;
}

/** Adds what this process attempted to the window all processes share; returns what that holds now. */
export async function shareAttempts({ carrier, counts, detail }: Shared): Promise<AttemptCounts> {
  const { attempts, failures, certain } = counts;
  const [others] = await db().execute<AttemptCounts & Record<string, unknown>>(sql`
    with added as (
      insert into ${carrierAttempts} (carrier, slot, second, attempts, failures, certain, detail)
      select ${carrier}, extract(epoch from second)::bigint % ${slots}, second,
        ${attempts}::int, ${failures}::int, ${certain}::int, ${detail}::text
      from date_trunc('second', now()) as second
      on conflict (carrier, slot) do update set
        second = excluded.second,
        attempts = excluded.attempts
          + case when ${carrierAttempts.second} = excluded.second then ${carrierAttempts.attempts} else 0 end,
        failures = excluded.failures
          + case when ${carrierAttempts.second} = excluded.second then ${carrierAttempts.failures} else 0 end,
        certain = excluded.certain
          + case when ${carrierAttempts.second} = excluded.second then ${carrierAttempts.certain} else 0 end,
        detail = coalesce(excluded.detail,
          case when ${carrierAttempts.second} = excluded.second then ${carrierAttempts.detail} end)
    )
    select coalesce(sum(attempts), 0)::int as attempts, coalesce(sum(failures), 0)::int as failures,
      coalesce(sum(certain), 0)::int as certain
    from ${carrierAttempts}
    where carrier = ${carrier} and second > now() - ${windowMs} * interval '1 millisecond'`);
  // The statement does not see its own row.
  return {
    attempts: attempts + (others?.attempts ?? 0),
    failures: failures + (others?.failures ?? 0),
    certain: certain + (others?.certain ?? 0),
  };
}
