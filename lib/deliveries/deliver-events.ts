import { type EndpointWithWork, endpointsWithWork } from "./_endpoints-with-work";
import { type Lane, newLane } from "./_lane";
import { parkDeliveries } from "./_park-deliveries";

/** Endpoints served side by side by one process, each with at most four requests in flight. */
const mostLanes = 128;

export interface EventDeliverer {
  /** Sets going what is due; returns before it is delivered. */
  deliverDue(): Promise<void>;
  /** Begins nothing more and resolves when what is in flight is settled. */
  finish(): Promise<void>;
}

/**
 * Posts customers' events. Each endpoint has a lane of its own, so a slow or dead one delays nobody else;
 * what waits stays in the database.
 */
export function eventDeliverer(): EventDeliverer {
  const lanes = new Map<string, Lane>();
  let isStopping = false;
  let isCrowded = false;

  function laneOf({ account_id: accountId, endpoint_id: endpointId }: EndpointWithWork): Lane {
    const known = lanes.get(endpointId);
    if (known) return known;
    const lane = newLane({
      accountId,
      endpointId,
      isStopping: () => isStopping,
      isCrowded: () => isCrowded,
    });
    lanes.set(endpointId, lane);
    return lane;
  }

  function sweep(): void {
    for (const [endpointId, lane] of lanes) if (lane.isIdle()) lanes.delete(endpointId);
  }

  async function park(endpoints: EndpointWithWork[]): Promise<void> {
    for (const { account_id, endpoint_id } of endpoints) {
      await parkDeliveries(account_id, endpoint_id);
      if (!lanes.get(endpoint_id)?.isBusy()) lanes.delete(endpoint_id);
    }
  }

  return {
    async deliverDue() {
      sweep();
      const found = await endpointsWithWork();
      await park(found.filter(({ enabled }) => !enabled));
      const due = found.filter(({ enabled }) => enabled);
      const idle = due.filter(({ endpoint_id }) => !lanes.get(endpoint_id)?.isBusy());
      const free = mostLanes - [...lanes.values()].filter((lane) => lane.isBusy()).length;
      isCrowded = idle.length > free;
      const begun = isCrowded ? shuffled(idle).slice(0, Math.max(0, free)) : due;
      for (const endpoint of begun) if (!isStopping) laneOf(endpoint).topUp();
    },
    async finish() {
      isStopping = true;
      await Promise.all([...lanes.values()].map((lane) => lane.finished()));
    },
  };
}

/** In no order of their own, so that nobody waits for ever when there are more than places. */
function shuffled(endpoints: EndpointWithWork[]): EndpointWithWork[] {
  return endpoints
    .map((endpoint) => ({ endpoint, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ endpoint }) => endpoint);
}
