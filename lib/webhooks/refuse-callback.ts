import { refusedCallbacks } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { newId } from "../core/ids";

const keptCharacters = 8192;

interface Refusal {
  carrier: string;
  reason:
    | "unknown_carrier"
    | "wrong_secret"
    | "wrong_address"
    | "wrong_signature"
    | "invalid_json"
    | "unknown_shape";
  address: string | null;
  body: string;
}

/** Keeps a callback that was turned away, for the administrator to look at. */
export async function refuseCallback({ carrier, reason, address, body }: Refusal): Promise<void> {
  await db()
    .insert(refusedCallbacks)
    .values({
      id: newId(),
      carrier: carrier.slice(0, 60),
      reason,
      address,
      body: body.replaceAll("\0", "").slice(0, keptCharacters),
    });
}
