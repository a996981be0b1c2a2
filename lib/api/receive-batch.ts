import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { slots } from "../core/limits/slots";
import { tooManyAtOnce } from "../core/limits/too-many-at-once";
import type { BatchAnswer } from "../sending/batch-contract";
import { countExtraRequests } from "../sending/limit-requests";
import { sendBatch } from "../sending/send-batch";
import { extraRequests } from "./extra-requests";
import { readJsonObject } from "./read-json";
import { apiSentences } from "./sentences";

/** How many batches this process reads and stores at once, of one account and in all. */
const maxPerAccount = 4;
const maxPerProcess = 64;
/** A batch beyond that is not read yet; it waits this long before it is refused. */
const maxWaitMs = 10_000;
const retryAfterMs = 5000;

const places = slots({
  perKey: maxPerAccount,
  total: maxPerProcess,
  waitingPerKey: 4 * maxPerAccount,
  waitingTotal: 4 * maxPerProcess,
});

/**
 * Reads the batch in a request and sends it. Throws rate_limited when the account has too many batches in
 * progress, and whatever refuses a batch whole; what had to be read for nothing then counts as requests.
 */
export async function receiveBatch(request: Request, actor: Actor): Promise<BatchAnswer> {
  const refuse = () => tooManyAtOnce("batches", { max: maxPerAccount, retryAfterMs });
  return places.run(actor.accountId, { maxWaitMs, refuse }, () => readAndSend(request, actor));
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
