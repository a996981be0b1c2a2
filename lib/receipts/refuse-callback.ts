import { RateLimiterMemory } from "rate-limiter-flexible";
import { refusedCallbacks } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { processWide } from "../core/process-wide";
import { storableText } from "../core/storable-text";

const keptCharacters = 8192;
/** Anybody can be turned away: more of them a minute are not kept, or a flood would fill the disk. */
const mostKept = { points: 60, duration: 60 };

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
  if (!(await hasRoom())) return;
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

function hasRoom(): Promise<boolean> {
  const kept = processWide("refused-callbacks", () => new RateLimiterMemory(mostKept));
  return kept.consume("all").then(
    () => true,
    () => false,
  );
}
