import type { CarrierKind } from "./carrier";
import { simulatorKind } from "./simulator/simulator";
import { smsGateKind } from "./sms-gate/sms-gate";
import { upstreamKind } from "./upstream/upstream";

/** Every kind of carrier, one per line. */
export const carrierKinds = [simulatorKind, smsGateKind, upstreamKind] as readonly CarrierKind[];
