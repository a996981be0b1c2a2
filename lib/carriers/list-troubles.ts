import { isNotNull } from "drizzle-orm";
import { carrierStates } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { findReady } from "./choose-carrier";

/** A carrier whose circuit is not closed. */
export interface Trouble {
  carrier: string;
  reason: string;
  /** What the carrier said, for the administrator. */
  detail: string | null;
  /** Since when it is so for this reason. */
  since: Date;
}

/** The carriers that messages wait for because of trouble, those of the file in force. One look at a few rows. */
export async function listTroubles(): Promise<Trouble[]> {
  const rows = await db().select().from(carrierStates).where(isNotNull(carrierStates.reason));
  return rows.flatMap(({ carrier, reason, detail, since }) =>
    reason !== null && findReady(carrier) ? [{ carrier, reason, detail, since }] : [],
  );
}
