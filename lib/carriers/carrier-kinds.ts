import type { CarrierKind } from "./carrier";
import { simulatorKind } from "./simulator/simulator";
import { twilioKind } from "./twilio/twilio";
import { upstreamKind } from "./upstream/upstream";
import { vonageKind } from "./vonage/vonage";

/** Every kind of carrier, one per line. */
export const carrierKinds = [
  simulatorKind,
  upstreamKind,
  twilioKind,
  vonageKind,
] as readonly CarrierKind[];
