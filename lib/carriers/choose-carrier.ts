import type { Carrier } from "./carrier";
import { simulator } from "./simulator";

/** The carrier for a message. Test messages always go to the simulator (API.md, test mode). */
export function chooseCarrier(_message: { test: boolean }): Carrier {
  return simulator;
}

/** The carrier of this name, for its callbacks; undefined when the installation has none. */
export function findCarrier(name: string): Carrier | undefined {
  return name === simulator.name ? simulator : undefined;
}
