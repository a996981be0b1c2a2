import { and, eq, isNotNull } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { chooseCarrier } from "./choose-carrier";

/** Whether the carrier of live messages takes them; while it does not, they wait. */
export async function takesMessages(): Promise<boolean> {
  const carrier = chooseCarrier({ test: false }).name;
  const inTrouble = await db()
    .select({ reason: carrierStates.reason })
    .from(carrierStates)
    .where(and(eq(carrierStates.carrier, carrier), isNotNull(carrierStates.reason)));
  return inTrouble.length === 0;
}
