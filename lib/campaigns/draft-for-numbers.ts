import { createHash } from "node:crypto";
import type { z } from "zod";
import { type Actor, demandPermission } from "../core/actor";
import { invalidFields } from "../core/invalid-fields";
import { log } from "../core/log";
import { parseInput } from "../core/parse-input";
import { wireFields } from "../messages/contract";
import { limitRequests } from "../sending/limit-requests";
import { sendingSentences } from "../sending/sentences";
import { hasVariables } from "../templates/has-variables";
import { viewCampaign } from "./_campaign-view";
import { dropEmptyDraft } from "./_drop-empty-draft";
import { findByKey } from "./_find-by-key";
import { neutralName } from "./_lasting-name";
import { nameOfText } from "./_name-of-text";
import { type CampaignView, maxInlineRows } from "./contract";
import { createCampaign } from "./create-campaign";
import { numberColumn } from "./inputs-contract";
import { campaignSentences } from "./sentences";
import { type NewRow, storeRows } from "./store-rows";

const chunkSize = 1000;

interface Wanted {
  actor: Actor;
  input: {
    /** `from`, `body`, `scheduled_at`, `client_ref`, `store_body`, and `idempotency_key` of a message, unchecked. */
    message: Record<string, unknown>;
    /** As they were written: the check of the campaign reads them. */
    numbers: readonly string[];
    /** Where a number without a country code belongs. */
    defaultCountry: string | null;
  };
}

const Message = wireFields.pick({
  from: true,
  body: true,
  scheduled_at: true,
  client_ref: true,
  store_body: true,
  idempotency_key: true,
});

/**
 * A draft with one text for up to 10,000 numbers, named after the text. A repeated idempotency key is the draft of the
 * first request as it is now, also once it was started. Throws invalid_request, also for a text with variables, since
 * nobody has values for them; idempotency_mismatch, conflict with too many drafts or rows, unavailable while too many
 * others are stored, rate_limited, and forbidden without `send_messages`.
 */
export async function draftForNumbers({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "send_messages");
  const { message, numbers, defaultCountry } = input;
  if (numbers.length > maxInlineRows) {
    throw invalidFields({ to: [campaignSentences.tooManyInline({ max: maxInlineRows })] });
  }
  await limitRequests(actor);
  const requestHash = hashOf(input);
  const known = await findBefore(actor, message["idempotency_key"], requestHash);
  // Its time may have passed since.
  if (known) return known;
  const wanted = parseInput(Message, message);
  const { from, body, scheduled_at, client_ref: clientRef, store_body, idempotency_key } = wanted;
  if (hasVariables(body)) throw invalidFields({ body: [sendingSentences.unfilled] });
  const draft = await createCampaign({
    actor,
    input: {
      ...{ name: nameOf(wanted), from, body, store_body, idempotency_key },
      default_country: defaultCountry,
      scheduled_at: scheduled_at?.toISOString() ?? null,
    },
    requestHash,
  });
  const columns = { columns: [""], mapping: [numberColumn] };
  const chunks = chunksOf(numbers, clientRef ?? null);
  try {
    const rows = { campaignId: draft.campaign_id, ...columns, chunks, isOnlyFirst: true };
    return await storeRows({ actor, input: rows });
  } catch (error) {
    await dropEmptyDraft(actor, draft.campaign_id).catch((failure: unknown) => {
      log().warn({ err: failure }, "a draft without recipients stays");
    });
    throw error;
  }
}

/** The campaign that this request made before, if it came as far as to have its rows. */
async function findBefore(
  actor: Actor,
  key: unknown,
  requestHash: string,
): Promise<CampaignView | undefined> {
  const { data } = Message.shape.idempotency_key.safeParse(key);
  const row = data ? await findByKey(actor, { key: data, requestHash }) : undefined;
  return row && (row.rows > 0 || row.status !== "draft") ? viewCampaign(row) : undefined;
}

/** Stands for what is asked for: the same request has the same hash. */
function hashOf({ message, numbers }: Wanted["input"]): string {
  const { from, body, scheduled_at, client_ref, store_body } = message;
  const storage = store_body === false ? [false] : [];
  const asked = JSON.stringify([from, body, scheduled_at, client_ref, numbers, ...storage]);
  return createHash("sha256").update(asked).digest("base64url");
}

/** A text that nobody may read later gives no name either. */
function nameOf({ from, body, store_body }: z.output<typeof Message>): string {
  return store_body === false ? neutralName(from, new Date()) : nameOfText(body);
}

async function* chunksOf(
  numbers: readonly string[],
  clientRef: string | null,
): AsyncGenerator<NewRow[], undefined> {
  for (let from = 0; from < numbers.length; from += chunkSize) {
    yield numbers.slice(from, from + chunkSize).map((number, place) => {
      return { position: from + place + 1, cells: [number], clientRef };
    });
  }
}
