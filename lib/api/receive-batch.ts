import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { accountPlaces } from "../core/limits/account-places";
import type { BatchAnswer } from "../sending/batch-contract";
import { countExtraRequests } from "../sending/limit-requests";
import { sendBatch } from "../sending/send-batch";
import { extraRequests } from "./extra-requests";
import { readJsonObject } from "./read-json";
import { apiSentences } from "./sentences";

/** How many batches this process reads and stores at once. */
const inPlace = accountPlaces({
  what: "batches",
  perAccount: 4,
  perProcess: 64,
  retryAfterMs: 5000,
});

/**
 * Reads the batch in a request and sends it. Throws rate_limited when the account has too many batches in
 * progress, and whatever refuses a batch whole; what had to be read for nothing then counts as requests.
 */
export async function receiveBatch(request: Request, actor: Actor): Promise<BatchAnswer> {
  return inPlace(actor.accountId, () => readAndSend(request, actor));
}

async function readAndSend(request: Request, actor: Actor): Promise<BatchAnswer> {
  try {
    const body = await readJsonObject(request);
    if (request.headers.has("idempotency-key")) throw batchHasNoKey();
    const answer = await sendBatch({ actor, input: body });
    if (answer.accepted === 0) await countExtraRequests(actor, extraRequests(request));
    return answer;
  } catch (error) {
    if (error instanceof AppError) await countExtraRequests(actor, extraRequests(request));
    throw error;
  }
}

/** Ignoring the header would let a client believe that its batch can safely be repeated. */
function batchHasNoKey(): AppError {
  return invalidFields({
    idempotency_key: [apiSentences.batchHasNoKey],
  });
}
