import type { Carrier } from "./carrier";
import { simulator } from "./simulator/simulator";
import { upstream } from "./upstream/upstream";

/** Every carrier, one per line. One that is no longer in use still reports about what it accepted. */
export const carriers: readonly Carrier[] = [simulator, upstream];
