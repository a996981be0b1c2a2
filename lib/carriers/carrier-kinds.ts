import type { CarrierKind } from "./carrier";
import { simulatorKind } from "./simulator/simulator";
import { smsGateKind } from "./sms-gate/sms-gate";
import { smsapiKind } from "./smsapi/smsapi";
import { upstreamKind } from "./upstream/upstream";

/** Every kind of carrier, one per line. */
export const carrierKinds = [
  simulatorKind,
  smsGateKind,
  smsapiKind,
  upstreamKind,
] as readonly CarrierKind[];
