import type { CarrierKind } from "./carrier";
import { simulatorKind } from "./simulator/simulator";
import { smppKind } from "./smpp/smpp";
import { smsGateKind } from "./sms-gate/sms-gate";
import { smsapiKind } from "./smsapi/smsapi";
import { twilioKind } from "./twilio/twilio";
import { upstreamKind } from "./upstream/upstream";
import { vonageKind } from "./vonage/vonage";

/** Every kind of carrier, one per line. */
export const carrierKinds = [
  simulatorKind,
  upstreamKind,
  smppKind,
  smsGateKind,
  smsapiKind,
  twilioKind,
  vonageKind,
] as readonly CarrierKind[];
