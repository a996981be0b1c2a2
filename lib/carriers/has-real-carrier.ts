import { carrierSetup } from "./carrier-setup";

/** Whether messages can reach phones here: there is a carrier besides the simulator. */
export function hasRealCarrier(): boolean {
  return carrierSetup().carriers.some(({ kind }) => kind !== "simulator");
}
