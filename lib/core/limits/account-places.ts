import { slots } from "./slots";
import { tooManyAtOnce } from "./too-many-at-once";

/** What is beyond the places is not read yet; it waits this long before it is refused. */
const maxWaitMs = 10_000;
/** How many times the places may wait. */
const waitingPerPlace = 4;

interface Places {
  what: Parameters<typeof tooManyAtOnce>[0];
  /** How many this process has in progress at once, of one account and in all. */
  perAccount: number;
  perProcess: number;
  retryAfterMs: number;
}

/**
 * A bounded number of places for one kind of large requests. What it returns does the work in a place of the account;
 * that throws rate_limited when none became free within ten seconds, and what the work does.
 */
export function accountPlaces({ what, perAccount, perProcess, retryAfterMs }: Places) {
  const places = slots({
    perKey: perAccount,
    total: perProcess,
    waitingPerKey: waitingPerPlace * perAccount,
    waitingTotal: waitingPerPlace * perProcess,
  });
  const refuse = () => tooManyAtOnce(what, { max: perAccount, retryAfterMs });
  return <T>(accountId: string, work: () => Promise<T>): Promise<T> =>
    places.run(accountId, { maxWaitMs, refuse }, work);
}
