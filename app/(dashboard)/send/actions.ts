"use server";

import { currentLanguage } from "@/components/language/current-language";
import { accountAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { invalidFields } from "@/lib/core/invalid-fields";
import { getBalance } from "@/lib/credits/get-balance";
import { readNumber } from "@/lib/numbers/read-number";
import type { Reading } from "@/lib/numbers/reading";
import { getCosts } from "@/lib/payments/get-costs";
import { getDefaultCountry } from "@/lib/preferences/default-country";
import { getOwnNumber, saveOwnNumber } from "@/lib/preferences/own-number";
import { planSendToMany, type SendPlan } from "@/lib/sending/plan-send-to-many";
import { readRecipients, type UnreachableRecipient } from "@/lib/sending/read-recipients";
import { refuseRecipients } from "@/lib/sending/refuse-recipients";
import { sendMessage } from "@/lib/sending/send-message";
import { type SentToMany, sendToMany } from "@/lib/sending/send-to-many";
import { sendingSentences } from "@/lib/sending/sentences";
import {
  maxNumbersLength,
  maxRecipients,
  splitNumbers,
  uniqueNumbers,
} from "@/lib/sms/split-numbers";
import { hasVariables } from "@/lib/templates/has-variables";
import { wordReading } from "./word-reading";

/**
 * Sends what the compose form holds, to one number or to many, the same way as every API request. A text to many is
 * shown for review first; it is sent once the form returns with what was reviewed, if that still holds.
 */
export const sendFromPanel = accountAction(async (input, { actor }) => {
  const request = toRequest(input);
  const written = numbersIn(input, "to");
  const { to, unreachable } = readRecipients(written, await getDefaultCountry({ actor }));
  const [only = textOf(input["to"])] = to;
  if (to.length === 0 && unreachable.length > 0) {
    const sentences = unreachable.map(({ sentence }) => sentence);
    throw refuseRecipients(request, sentences);
  }
  if (written.length > 1) {
    const plan = await planSendToMany({ actor, input: { ...request, to } });
    if (textOf(input["reviewed"]) !== reviewOf(plan)) {
      const { rateMicros, currency } = await getCosts({ actor });
      return {
        kind: "review" as const,
        plan: { ...plan, unreachable: unreachable.length, reviewed: reviewOf(plan) },
        price: { rateMicros, currency },
        fields: reviewedFields(input),
        at: new Date().toISOString(),
      };
    }
    const name = textOf(input["name"]);
    const sent = await sendToMany({ actor, input: { ...request, to, name } });
    const refused = await inReadersLanguage([...unreachable.map(toRefused), ...sent.refused]);
    return { ...sent, refused, kind: "many" as const, balance: await getBalance({ actor }) };
  }
  const { accepted } = await sendMessage({ actor, input: { ...request, to: only } });
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
  if (!("to" in reading)) throw refuseRecipients(request, [reading.sentence]);
  const { accepted } = await sendMessage({ actor, input: { ...request, to: reading.to } });
  if (given) await saveOwnNumber({ actor, input: { number: accepted.to } });
  return { accepted, balance: await getBalance({ actor }) };
});

/** How each of the numbers is understood, or why it cannot be reached, in the language of the page. */
export const checkPastedNumbers = accountAction(async (input, { actor }) => {
  const numbers = numbersIn(input, "numbers").slice(0, maxRecipients);
  const [country, language] = await Promise.all([getDefaultCountry({ actor }), currentLanguage()]);
  return numbers.map((written): [string, Reading<string>] => [
    written,
    wordReading(readNumber(written, country), language),
  ]);
});

/** What a review promises: another number of messages or another price needs another look. */
function reviewOf({ recipients, credits }: SendPlan): string {
  return `${recipients} ${credits}`;
}

/** The form as it was reviewed, to be sent again unchanged. */
function reviewedFields(input: FormInput): Record<string, string> {
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, textOf(value)]));
}

function toRefused({ written, sentence }: UnreachableRecipient) {
  return { to: written, code: "invalid_request" as const, sentences: [sentence] };
}

/**
 * Undoes what a form does to values: line breaks travel as CRLF, and what was left empty is left out. Throws
 * invalid_request for a text with variables that nobody filled in.
 */
function toRequest(input: FormInput) {
  const { from, body, scheduled_at, idempotency_key, client_ref, validity } = input;
  if (hasVariables(textOf(body))) throw invalidFields({ body: [sendingSentences.unfilled] });
  return {
    from,
    body: typeof body === "string" ? body.replace(/\r\n?/g, "\n") : body,
    // Only a form set to "at a time" has this field: left empty it is a mistake, not "now".
    scheduled_at,
    idempotency_key,
    client_ref: client_ref || undefined,
    validity: validity ? Number(validity) : undefined,
  };
}

/** The numbers pasted into a field, each once. Throws invalid_request for more text than 500 numbers can take. */
function numbersIn(input: FormInput, field: string): string[] {
  const text = textOf(input[field]);
  if (text.length > maxNumbersLength) {
    throw invalidFields({ [field]: [sendingSentences.tooLongList({ max: maxRecipients })] });
  }
  return uniqueNumbers(splitNumbers(text).numbers);
}

function textOf(value: FormInput[string] | undefined): string {
  return typeof value === "string" ? value : "";
}

async function inReadersLanguage(refused: SentToMany["refused"]) {
  const language = await currentLanguage();
  return refused.map((each) => ({
    ...each,
    sentences: each.sentences.map((sentence) => sentence.in(language)),
  }));
}
