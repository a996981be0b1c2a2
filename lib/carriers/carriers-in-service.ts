import { carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { carrierSetup } from "./carrier-setup";
import { carrierNames } from "./choose-carrier";

/** The names of the carriers that take new messages now: neither in trouble nor drained. */
export async function carriersInService(): Promise<Set<string>> {
  const states = await db().select().from(carrierStates);
  const out = states.filter(
    ({ state, reason, drainingSince }) => state !== "closed" || reason !== null || drainingSince,
  );
  const inService = new Set(carrierNames());
  for (const { carrier } of out) inService.delete(carrier);
  return inService;
}

/** Whether live messages leave: some carrier of the routes in force takes them. While none does, they wait. */
export async function isCarrierTaking(): Promise<boolean> {
  const inService = await carriersInService();
  return carrierSetup().routes.some(({ carrier }) => inService.has(carrier));
}
