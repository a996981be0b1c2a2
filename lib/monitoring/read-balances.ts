import type { CarrierHealthReport } from "../carriers/carrier";
import type { ReadyCarrier } from "../carriers/carrier-setup";
import { log } from "../core/log";
import { within } from "../core/within";

/** What is left at a carrier, as it counts it; null if it did not say so in time. */
export type Balance = CarrierHealthReport["balance"];

/** A page waits no longer for it. */
const timeoutMs = 2500;
/** A page that is refreshed often does not ask each time. */
const keptMs = 60_000;

interface Known {
  fingerprint: string;
  readAtMs: number;
  balance: Promise<Balance>;
}

/** What each carrier said last, by its name; a name that is gone goes with the next reading. */
const known = new Map<string, Known>();

/** Asks the carriers that count one for their balance, each once a minute at most. */
export async function readBalances(
  carriers: readonly ReadyCarrier[],
): Promise<Map<string, Balance>> {
  const names = new Set(carriers.map(({ carrier }) => carrier.name));
  for (const name of known.keys()) if (!names.has(name)) known.delete(name);
  const asked = carriers.filter(({ carrier }) => carrier.health !== undefined);
  const balances = await Promise.all(asked.map(readBalance));
  return new Map(asked.map(({ carrier }, place) => [carrier.name, balances[place] ?? null]));
}

function readBalance({ carrier, fingerprint }: ReadyCarrier): Promise<Balance> {
  const last = known.get(carrier.name);
  if (last?.fingerprint === fingerprint && Date.now() - last.readAtMs < keptMs) return last.balance;
  const work = carrier.health?.() ?? Promise.resolve({ balance: null });
  const balance = within(work, timeoutMs, () => new Error("no response in time")).then(
    (report) => report.balance,
    (error) => {
      log().info({ carrier: carrier.name, err: error }, "the carrier did not say its balance");
      return null;
    },
  );
  known.set(carrier.name, { fingerprint, readAtMs: Date.now(), balance });
  return balance;
}
