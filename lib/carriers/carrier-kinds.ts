import type { CarrierKind } from "./carrier";
import { simulatorKind } from "./simulator/simulator";
import { smppKind } from "./smpp/smpp";
import { upstreamKind } from "./upstream/upstream";

/** Every kind of carrier, one per line. */
export const carrierKinds = [simulatorKind, upstreamKind, smppKind] as readonly CarrierKind[];
