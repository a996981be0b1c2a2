import { refusedCallbacks } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { isWithinLimit } from "../core/is-within-limit";
import { storableText } from "../core/storable-text";

const keptCharacters = 8192;
/** Anybody can send these: beyond this many per minute none is kept, or a flood would fill the disk. */
const maxKept = { points: 60, seconds: 60 };

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

/** Keeps a callback that was turned away, for the administrator to look at; of a flood only its beginning. */
export async function refuseCallback({ carrier, reason, address, body }: Refusal): Promise<void> {
  if (!(await isWithinLimit("refused-callbacks", maxKept))) return;
  await db()
    .insert(refusedCallbacks)
    .values({
      id: newId(),
      carrier: storableText(carrier.slice(0, 60)),
      reason,
      address,
      body: storableText(body.slice(0, keptCharacters)),
    });
}
