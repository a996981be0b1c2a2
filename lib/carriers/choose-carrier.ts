import { env } from "../core/env";
import type { Carrier } from "./carrier";
import { simulator } from "./simulator";
import { upstream } from "./upstream";

/** Every carrier there is. Also one that is not in use any more still reports about what it took. */
const carriers: readonly Carrier[] = [simulator, upstream];

/**
 * The carrier for a message: the upstream when the installation has one, else the simulator. Test
 * messages always go to the simulator (API.md, test mode).
 */
export function chooseCarrier({ test }: { test: boolean }): Carrier {
  const { SMS_API_URL, SMS_API_TOKEN } = env();
  return !test && SMS_API_URL && SMS_API_TOKEN ? upstream : simulator;
}

/** The carrier of this name, for its callbacks; undefined when there is none. */
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
