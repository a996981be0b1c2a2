import { env } from "../core/env";
import type { Carrier } from "./carrier";
import { carrierSetup, type ReadyCarrier, upstreamName } from "./carrier-setup";
import { describeRoute, type RoutedMessage, rankRoutes } from "./choose-route";
import { simulator } from "./simulator/simulator";
import { upstreamKind } from "./upstream/upstream";

/** Whom a message goes to, and the words of the route that says so. */
export interface ChosenCarrier {
  carrier: string;
  route: string | null;
}

/**
 * The carrier for a message, by the routes in force; undefined if no route leads anywhere. A test message always goes
 * to the simulator. `takes` leaves carriers out.
 */
export function chooseCarrier(
  message: RoutedMessage & { test: boolean },
  takes: (carrier: string) => boolean = () => true,
): ChosenCarrier | undefined {
  if (message.test) return { carrier: simulator.name, route: null };
  const { routes, isDefault } = carrierSetup();
  const route = rankRoutes(routes, message).find(({ carrier }) => takes(carrier));
  return route && { carrier: route.carrier, route: isDefault ? null : describeRoute(route) };
}

/** The carrier with this name, for its callbacks; undefined if there is none. */
export function findCarrier(name: string): Carrier | undefined {
  return findReady(name)?.carrier ?? formerUpstream(name);
}

/** Without SMS_API_URL, what an upstream took before still has its receipts. */
function formerUpstream(name: string): Carrier | undefined {
  if (name !== upstreamName) return undefined;
  const { SMS_API_WEBHOOK_SECRET, SMS_API_ADDRESSES } = env();
  const proofs = { webhook_secret: SMS_API_WEBHOOK_SECRET, addresses: SMS_API_ADDRESSES };
  const nowhere = { url: "http://upstream.invalid", token: "none" };
  return upstreamKind.create({ ...nowhere, ...proofs }, { name });
}

/** The carrier with this name, and what is said of it; undefined if there is none. */
export function findReady(name: string): ReadyCarrier | undefined {
  return carrierSetup().carriers.find((each) => each.carrier.name === name);
}

/** The only carrier that an earlier release had, which did not write its name on what it offered; undefined if it is gone. */
export function formerCarrier({ test }: { test: boolean }): string | undefined {
  if (test) return simulator.name;
  if (findReady(upstreamName)) return upstreamName;
  return carrierSetup().isDefault ? simulator.name : undefined;
}

/** The names of all carriers. */
export function carrierNames(): string[] {
  return carrierSetup().carriers.map(({ carrier }) => carrier.name);
}

/** The names of those that may get a message again which they perhaps have. */
export function dedupingCarriers(): string[] {
  return carrierSetup()
    .carriers.filter(({ carrier, common }) => carrier.dedupes || common.ambiguous === "resend")
    .map(({ carrier }) => carrier.name);
}
