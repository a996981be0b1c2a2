import { db } from "../core/db";
import { endLeftListeners } from "../webhooks/end-left-listeners";
import { type EndpointWorker, makeEndpointWorker } from "./_endpoint-worker";
import { endpointsWithWork } from "./_endpoints-with-work";
import { parkDeliveries } from "./_park-deliveries";
import { sharePlaces } from "./_share-places";
import type { EndpointWithWork } from "./_walk-endpoints";

/** Endpoints served side by side by one process, each with at most four requests in flight. */
const maxWorkers = 128;

export interface EventDeliverer {
  /** Sets going what is due; returns before it is delivered. */
  deliverDue(): Promise<void>;
  /** Begins nothing more and resolves when what is in flight is settled. */
  finish(): Promise<void>;
}

/**
 * Posts customers' events. Each endpoint has a worker of its own, so a slow or dead one delays nobody else;
 * what waits stays in the database.
 */
export function eventDeliverer(): EventDeliverer {
  const workers = new Map<string, EndpointWorker>();
  let isStopping = false;
  let hasWaitingEndpoints = false;
  let crowded = new Set<string>();

  function keyOf({
    account_id: accountId,
    endpoint_id: endpointId,
  }: EndpointWithWork): EndpointWorker {
    const known = workers.get(endpointId);
    if (known) return known;
    const worker = makeEndpointWorker({
      accountId,
      endpointId,
      isStopping: () => isStopping,
      hasWaitingEndpoints: () => hasWaitingEndpoints || crowded.has(accountId),
    });
    workers.set(endpointId, worker);
    return worker;
  }

  function sweep(): void {
    for (const [endpointId, worker] of workers) if (worker.isIdle()) workers.delete(endpointId);
  }

  function busyEndpoints(): Map<string, string> {
    const busy = [...workers].filter(([, worker]) => worker.isBusy());
    return new Map(busy.map(([endpointId, { accountId }]) => [endpointId, accountId]));
  }

  async function park(endpoints: EndpointWithWork[]): Promise<void> {
    for (const { account_id, endpoint_id } of endpoints) {
      await parkDeliveries(account_id, endpoint_id);
      if (!workers.get(endpoint_id)?.isBusy()) workers.delete(endpoint_id);
    }
  }

  return {
    async deliverDue() {
      sweep();
      const found = await endpointsWithWork();
      await endLeft(found);
      const isOver = ({ enabled, has_left }: EndpointWithWork) => !enabled || has_left;
      await park(found.filter(isOver));
      const shared = sharePlaces({
        due: shuffled(found.filter((endpoint) => !isOver(endpoint))),
        busy: busyEndpoints(),
      });
      crowded = shared.crowded;
      const due = shared.within;
      const idle = due.filter(({ endpoint_id }) => !workers.get(endpoint_id)?.isBusy());
      const free = maxWorkers - [...workers.values()].filter((worker) => worker.isBusy()).length;
      hasWaitingEndpoints = idle.length > free;
      const begun = hasWaitingEndpoints ? idle.slice(0, Math.max(0, free)) : due;
      for (const endpoint of begun) if (!isStopping) keyOf(endpoint).topUp();
    },
    async finish() {
      isStopping = true;
      await Promise.all([...workers.values()].map((worker) => worker.finished()));
    },
  };
}

async function endLeft(endpoints: EndpointWithWork[]): Promise<void> {
  const left = endpoints.filter(({ enabled, has_left }) => enabled && has_left);
  for (const accountId of new Set(left.map(({ account_id }) => account_id))) {
    await db().transaction((tx) => endLeftListeners(accountId, tx));
  }
}

/** In no order of their own, so that nobody waits for ever when there are more than places. */
function shuffled(endpoints: EndpointWithWork[]): EndpointWithWork[] {
  return endpoints
    .map((endpoint) => ({ endpoint, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ endpoint }) => endpoint);
}
