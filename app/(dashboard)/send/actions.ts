"use server";

import { setImmediate as nextTurn } from "node:timers/promises";
import { currentLanguage } from "@/components/language/current-language";
import { accountAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { draftForNumbers } from "@/lib/campaigns/draft-for-numbers";
import { invalidFields } from "@/lib/core/invalid-fields";
import { getBalance } from "@/lib/credits/get-balance";
import { hasLinks } from "@/lib/links/split-links";
import { readNumber } from "@/lib/numbers/read-number";
import type { Reading } from "@/lib/numbers/reading";
import { getDefaultCountry } from "@/lib/preferences/default-country";
import { getOwnNumber, saveOwnNumber } from "@/lib/preferences/own-number";
import { refuseRecipient } from "@/lib/sending/refuse-recipient";
import { sendMessage } from "@/lib/sending/send-message";
import { sendingSentences } from "@/lib/sending/sentences";
import {
  maxNumbersLength,
  maxRecipients,
  sliceLines,
  splitNumbers,
  type TypedNumber,
  uniqueNumbers,
} from "@/lib/sms/split-numbers";
import { hasVariables } from "@/lib/templates/has-variables";
import { maxCheckedAtOnce } from "./checked-at-once";
import { wordReading } from "./word-reading";

/** Room for each number with whatever is written around it. */
const maxCheckedLength = maxCheckedAtOnce * 128;

/**
 * Sends what the compose form holds to one number, the same way as every API request. Several numbers become the draft of
 * a campaign, which checks them and is started on its own page.
 */
export const sendFromPanel = accountAction(async (input, { actor }) => {
  const message = toRequest(input);
  const numbers = await numbersIn(input, "to", maxNumbersLength);
  const [only = textOf(input["to"]), ...others] = uniqueNumbers(numbers);
  const country = await getDefaultCountry({ actor });
  if (others.length > 0) {
    const written = numbers.map((each) => each.written);
    const wanted = { message, numbers: written, defaultCountry: country };
    const { campaign_id } = await draftForNumbers({ actor, input: wanted });
    return { kind: "campaign" as const, campaignId: campaign_id };
  }
  const reading = numbers.length > 0 ? readNumber(only, country) : { to: only };
  if (!("to" in reading)) throw refuseRecipient(message, reading.sentence);
  const { accepted } = await sendMessage({ actor, input: { ...message, to: reading.to } });
  return { kind: "one" as const, accepted, balance: await getBalance({ actor }) };
});

/** Sends the text to the reader's own number, which is kept when it is given for the first time or anew. */
export const sendTestToMe = accountAction(async (input, { actor }) => {
  const given = textOf(input["own_number"]).trim();
  const request = toRequest(input);
  // What is no number is refused, and not taken for the one that was kept.
  const reading = given
    ? readNumber(given, await getDefaultCountry({ actor }))
    : { to: (await getOwnNumber({ actor })) ?? "" };
  if (!("to" in reading)) throw refuseRecipient(request, reading.sentence);
  const { accepted } = await sendMessage({ actor, input: { ...request, to: reading.to } });
  if (given) await saveOwnNumber({ actor, input: { number: accepted.to } });
  return { accepted, balance: await getBalance({ actor }) };
});

/** How each of the numbers is understood, or why it cannot be reached, in the language of the page. */
export const checkPastedNumbers = accountAction(async (input, { actor }) => {
  const pasted = await numbersIn(input, "numbers", maxCheckedLength);
  const numbers = uniqueNumbers(pasted).slice(0, maxCheckedAtOnce);
  const [country, language] = await Promise.all([getDefaultCountry({ actor }), currentLanguage()]);
  return numbers.map((written): [string, Reading<string>] => [
    written,
    wordReading(readNumber(written, country), language),
  ]);
});

/**
 * Undoes what a form does to values: line breaks travel as CRLF, and what was left empty is left out. Throws
 * invalid_request for a text with variables that nobody filled in.
 */
function toRequest(input: FormInput) {
  const { from, body, scheduled_at, idempotency_key, client_ref, validity, is_private } = input;
  if (hasVariables(textOf(body))) throw invalidFields({ body: [sendingSentences.unfilled] });
  return {
    from,
    body: typeof body === "string" ? body.replace(/\r\n?/g, "\n") : body,
    // Only a form set to "at a time" has this field: left empty it is a mistake, not "now".
    scheduled_at,
    idempotency_key,
    client_ref: client_ref || undefined,
    validity: validity ? Number(validity) : undefined,
    store_body: is_private === "on" ? false : undefined,
    // Whoever writes a link in this form wants it shortened.
    short_links: hasLinks(textOf(body)) || undefined,
  };
}

/** The numbers pasted into a field, in their order. Throws invalid_request for a longer text. */
async function numbersIn(input: FormInput, field: string, maxLength: number) {
  const text = textOf(input[field]);
  if (text.length > maxLength) {
    throw invalidFields({ [field]: [sendingSentences.tooLongList({ max: maxRecipients })] });
  }
  const numbers: TypedNumber[] = [];
  for (const slice of sliceLines(text)) {
    numbers.push(...splitNumbers(slice).numbers);
    await nextTurn();
  }
  return numbers;
}

function textOf(value: FormInput[string] | undefined): string {
  return typeof value === "string" ? value : "";
}
