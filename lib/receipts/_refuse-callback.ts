import { refusedCallbacks } from "@/drizzle/schema/carriers";
import type { CallbackDoubt, CallbackProblem } from "../carriers/carrier";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { newId } from "../core/ids";
import { isWithinLimit } from "../core/limits/is-within-limit";
import { storableText } from "../core/storable-text";
import { receiptSentences } from "./sentences";

const keptCharacters = 8192;
/** Anybody can send these: beyond this many per minute none is stored, or a flood would fill the disk. */
const maxKept = { points: 60, seconds: 60 };

export type Refusal = "unknown_carrier" | CallbackDoubt | CallbackProblem;

interface Refused {
  carrier: string;
  reason: string;
  address: string | null;
  body: string;
}

/**
 * Stores a rejected callback, so that the administrator can look at it. Resolves to the error for its sender, which does
 * not say whether the carrier or the secret was wrong.
 */
export async function refuseCallback(refused: Refused & { reason: Refusal }): Promise<AppError> {
  await keepRefused(refused);
  return errorFor(refused.reason);
}

/** Keeps what came from a carrier and is not used; of a flood, only the beginning. */
export async function keepRefused({ carrier, reason, address, body }: Refused): Promise<void> {
  if (await isWithinLimit("refused-callbacks", maxKept)) {
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
}

function errorFor(reason: Refusal): AppError {
  switch (reason) {
    case "invalid_json":
      return new AppError("invalid_json", receiptSentences.notJson);
    case "unknown_shape": {
      const sentence = receiptSentences.unknownShape;
      return new AppError("invalid_request", sentence, { fields: { event: [sentence] } });
    }
    case "wrong_signature":
      return new AppError("unauthorized", receiptSentences.wrongSignature);
    case "unknown_carrier":
    case "wrong_secret":
    case "wrong_address":
      return new AppError("not_found", receiptSentences.notFound);
  }
}
