import { env } from "../env";
import { once } from "../once";
import { statementKind } from "../statement-kind";
import { slots } from "./slots";
import { tooManyAtOnce } from "./too-many-at-once";

/** How many lists and sums one account reads at once in this process. */
const maxPerAccount = 3;
/** Connections that are left for everything else, such as accepting messages. */
const keptConnections = 4;
const waiting = { waitingPerKey: 500, waitingTotal: 5000 };
const maxWaitMs = { interactive: 4000, batch: 30_000, bulk: 60_000 };
const retryAfterMs = 2000;

const places = once(() => {
  const total = Math.max(maxPerAccount, env().DATABASE_POOL - keptConnections);
  return slots({ perKey: maxPerAccount, total, ...waiting });
});

/**
 * Reads a list or a sum of an account in one of its places, so that however many an account asks for at once, the
 * others' requests find connections and a process that is not busy with one reader. Must not be nested. Throws
 * rate_limited when no place became free in time.
 */
export function readInTurn<T>(accountId: string, read: () => Promise<T>): Promise<T> {
  const refuse = () => tooManyAtOnce("reads", { max: maxPerAccount, retryAfterMs });
  const wait = { maxWaitMs: maxWaitMs[statementKind()], refuse };
  return places().run(accountId, wait, read);
}
