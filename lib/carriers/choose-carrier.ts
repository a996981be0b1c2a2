import type { Carrier, CarrierLoop } from "./carrier";
import { carriers } from "./carriers";
import { simulator } from "./simulator/simulator";

/**
 * The carrier for a message: the first one that the settings name, or the simulator if they name none. Test
 * messages always go to the simulator.
 */
export function chooseCarrier({ test }: { test: boolean }): Carrier {
  const configured = test ? undefined : carriers.find((carrier) => carrier.isConfigured?.());
  return configured ?? simulator;
}

/** The carrier with this name, for its callbacks; undefined if there is none. */
export function findCarrier(name: string): Carrier | undefined {
  return carriers.find((carrier) => carrier.name === name);
}

/** The names of all carriers. */
export function carrierNames(): string[] {
  return carriers.map(({ name }) => name);
}

/** The names of those that may get a message again which they perhaps have. */
export function dedupingCarriers(): string[] {
  return carriers.filter(({ dedupes }) => dedupes).map(({ name }) => name);
}

/** What the carriers do besides submitting, for the worker to repeat. */
export function carrierLoops(): CarrierLoop[] {
  return carriers.flatMap(({ loops = [] }) => loops);
}
