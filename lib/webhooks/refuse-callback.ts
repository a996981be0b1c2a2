import { refusedCallbacks } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { processWide } from "../core/process-wide";
import { storableText } from "../core/storable-text";

const keptCharacters = 8192;
/** Anybody can be turned away: more of them a minute are not kept, or a flood would fill the disk. */
const mostKept = 60;
const minuteMs = 60_000;

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
  if (!hasRoom()) return;
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

/** Counts those of the running minute. */
function hasRoom(): boolean {
  const kept = processWide("refused-callbacks", () => ({ minute: 0, count: 0 }));
  const minute = Math.floor(Date.now() / minuteMs);
  if (kept.minute !== minute) Object.assign(kept, { minute, count: 0 });
  kept.count += 1;
  return kept.count <= mostKept;
}
