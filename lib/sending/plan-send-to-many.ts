import { type Actor, demandScope } from "../core/actor";
import { AppError } from "../core/errors";
import { maxRecipients } from "../sms/split-numbers";
import { prepareSend } from "./_prepare-send";
import { refuseAll, tooManyRecipients } from "./refuse-recipients";

/** What one text to many numbers would be, before anything is sent. */
export interface SendPlan {
  /** Numbers that would get a message. */
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
export function planSendToMany({ actor, input }: Wanted): SendPlan {
  demandScope(actor, "send");
  const { to, ...shared } = input;
  if (to.length > maxRecipients) throw tooManyRecipients(to.length);
  const numbers: string[] = [];
  const refusals: AppError[] = [];
  let segments = 0;
  let credits = 0;
  for (const number of to) {
    try {
      const admission = prepareSend({ ...shared, to: number }, actor, { priority: 1 });
      numbers.push(admission.input.to);
      segments = admission.segments;
      credits += admission.credits;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refusals.push(error);
    }
  }
  if (numbers.length === 0) throw refuseAll(refusals.map(({ fields }) => fields ?? {}));
  const places = [0, Math.floor((numbers.length - 1) / 2), numbers.length - 1];
  const samples = [...new Set(places)].flatMap((place) => numbers[place] ?? []);
  return { recipients: numbers.length, segments, credits, samples };
}
