import { type Actor, demandScope } from "../core/actor";
import { AppError } from "../core/errors";
import { findOptedOut } from "../opt-outs/find-opted-out";
import { maxRecipients } from "../sms/split-numbers";
import type { Admission } from "./_admission";
import { optedOut } from "./_opted-out";
import { prepareSend } from "./_prepare-send";
import { refuseAll, tooManyRecipients } from "./refuse-recipients";

/** What one text to many numbers would be, before anything is sent. */
export interface SendPlan {
  /** Numbers that would get a message: neither refused nor opted out. */
  recipients: number;
  /** Segments of each message. */
  segments: number;
  credits: number;
  /** The first, the middle and the last of the numbers. */
  samples: string[];
}

interface Wanted {
  actor: Actor;
  /** Apart from the numbers, fields of `POST /api/sms` that nobody has checked. */
  input: { to: string[] } & Record<string, unknown>;
}

/**
 * Validates and prices one text to up to 500 numbers without storing anything. Throws what `sendToMany` would if no
 * number can receive it, and forbidden without the scope `send`.
 */
export async function planSendToMany({ actor, input }: Wanted): Promise<SendPlan> {
  demandScope(actor, "send");
  const { to, ...shared } = input;
  if (to.length > maxRecipients) throw tooManyRecipients(to.length);
  const { prepared, refusals } = prepareEach(to, shared, actor);
  const isOptedOut = await findOptedOut({ actor, input: prepared.map((each) => each.input) });
  const admissions = prepared.filter((each) => !isOptedOut(each.input));
  const numbers = admissions.map((each) => each.input.to);
  if (numbers.length === 0) {
    const [first] = prepared;
    if (refusals.length === 0 && first) throw optedOut(first.input);
    throw refuseAll(refusals.map(({ fields }) => fields ?? {}));
  }
  const places = [0, Math.floor((numbers.length - 1) / 2), numbers.length - 1];
  const samples = [...new Set(places)].flatMap((place) => numbers[place] ?? []);
  return {
    recipients: numbers.length,
    segments: admissions[0]?.segments ?? 0,
    credits: admissions.reduce((sum, { credits }) => sum + credits, 0),
    samples,
  };
}

function prepareEach(to: string[], shared: object, actor: Actor) {
  const prepared: Admission[] = [];
  const refusals: AppError[] = [];
  for (const number of to) {
    try {
      prepared.push(prepareSend({ ...shared, to: number }, actor, { priority: 1 }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refusals.push(error);
    }
  }
  return { prepared, refusals };
}
