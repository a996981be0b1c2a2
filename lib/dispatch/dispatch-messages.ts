import { messages } from "@/drizzle/schema/messages";
import type { SubmitOutcome, Submitted } from "../carriers/carrier";
import { checkCircuitBreaker } from "../carriers/check-circuit-breaker";
import { findReady } from "../carriers/choose-carrier";
import { concludeProbe } from "../carriers/conclude-probe";
import { log } from "../core/log";
import { type CarrierQueue, dueIn, dueOrder, waiting } from "../messages/claim-messages";
import { isSuspended } from "../messages/is-suspended";
import { accountsWithWork } from "../queue/accounts-with-work";
import { explainWaiting } from "./_explain-waiting";
import { lateOutcomes, type Queue, submitBatch } from "./_submit-batch";
import { reroute } from "./route-messages";

const accountsAtOnce = 4;
/**
 * With this many a carrier is probed: enough that a message it chokes on is not alone. Where a request must not be
 * repeated, each that gets no response is held, so there it is one.
 */
const probeSizes = { repeatable: 8, once: 1 };

interface Dispatching extends CarrierQueue {
  /** The most that are claimed of an account at once, where the carrier takes more. */
  maxBatch?: number;
  wakeIn?(ms: number): void;
  onBulk?(): void;
}

/**
 * Submits every due message of a queue to its carrier, one batch per account and turn, so that no account's messages
 * hold up another's. While the carrier's circuit is open, messages it never had pass to the next route, and the others
 * say why they wait; those that are urgent leave that to the whole queue. Returns how many left the queue; `wakeIn` is told
 * when to look again without any notice, `onBulk` when bulk messages are in hand.
 */
export async function dispatchMessages({
  carrier: name,
  test,
  isUrgent = false,
  maxBatch = Number.POSITIVE_INFINITY,
  wakeIn = () => {},
  onBulk = () => {},
}: Dispatching): Promise<number> {
  const ready = findReady(name);
  if (!ready) return 0;
  const key = { carrier: name, test, isUrgent };
  const accounts = await accountsWithWork({
    table: messages,
    open: waiting,
    due: dueIn(key),
    order: dueOrder,
    unless: isSuspended,
  });
  if (accounts.length === 0) return 0;
  const circuit = await checkCircuitBreaker(name);
  const { drainingSince: since } = circuit;
  const queue: Queue = { key, ready, isDraining: since !== null, wakeIn, onBulk };
  const limit = Math.min(ready.carrier.batchSize, maxBatch);
  if (circuit.state === "closed" && !since) return dispatchAll(queue, accounts, limit);
  if (isUrgent) return 0;
  // A drained carrier gets none of them in a probe either.
  const moved = circuit.state === "open" || since ? await reroute(key) : 0;
  if (circuit.state === "half_open") return moved + (await probe(queue, accounts));
  if (circuit.state === "open") {
    await explainWaiting({ queue: key, ...circuit });
    return moved;
  }
  if (since) await explainWaiting({ queue: key, reason: "carrier_draining", since });
  return moved + (await dispatchAll(queue, accounts, limit));
}

async function dispatchAll(queue: Queue, accounts: string[], limit: number): Promise<number> {
  let dispatched = 0;
  // A rate may leave room for a few of them only, and it must not always be the same ones.
  const first = Math.floor(Math.random() * accounts.length);
  const order = [...accounts.slice(first), ...accounts.slice(0, first)];
  for (let from = 0; from < order.length; from += accountsAtOnce) {
    const turn = order.slice(from, from + accountsAtOnce);
    const submitted = await Promise.all(
      turn.map((accountId) => submitBatch(queue, { accountId, limit })),
    );
    // A response that is still to come is progress as well: the next messages go beside it.
    dispatched += submitted
      .flat()
      .filter((each) => isThrough(each) || each.kind === "pending").length;
  }
  return dispatched;
}

/** A few messages of several accounts, so that none whose messages the carrier chokes on keeps the others waiting. */
async function probe(queue: Queue, accounts: string[]): Promise<number> {
  const { name, dedupes } = queue.ready.carrier;
  const probeSize = dedupes ? probeSizes.repeatable : probeSizes.once;
  const first = Math.floor(Math.random() * accounts.length);
  const some = [...accounts.slice(first), ...accounts.slice(0, first)].slice(0, probeSize);
  const limit = Math.ceil(probeSize / some.length);
  const submitted = (
    await Promise.all(some.map((accountId) => submitBatch(queue, { accountId, limit })))
  ).flat();
  const known = submitted.filter((each): each is SubmitOutcome => each.kind !== "pending");
  const through = known.filter(isThrough).length;
  if (known.length === submitted.length || through * 2 >= submitted.length) {
    await concludeProbe(name, known);
  } else concludeLater(queue, submitted);
  return through;
}

/** Without a response to decide by there is nothing to do for this queue, but for its rows to say why they wait. */
function concludeLater({ ready, wakeIn }: Queue, submitted: Submitted[]): void {
  const outcomes = submitted.map((each) => (each.kind === "pending" ? each.outcome : each));
  const concluded = Promise.all(outcomes)
    .then((all) => concludeProbe(ready.carrier.name, all))
    .then(() => wakeIn(0))
    // Its turn ends by itself, and then another probe is made.
    .catch((error) => log().warn({ err: error }, "a probe of the carrier was not concluded"))
    .finally(() => lateOutcomes.delete(concluded));
  lateOutcomes.add(concluded);
}

/** After none of these, looking again at once would be in vain. */
function isThrough({ kind }: Submitted): boolean {
  return kind === "accepted" || kind === "refused" || kind === "later";
}
