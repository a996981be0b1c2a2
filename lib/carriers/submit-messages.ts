import { attemptWindow } from "./_attempt-window";
import type { Circuit, Submission, SubmitOutcome, Submitted } from "./carrier";
import type { ReadyCarrier } from "./carrier-setup";
import { senderAt } from "./sender-at";

/**
 * Submits messages to a carrier: one outcome per message, in order. A sender that the carrier may not use is replaced,
 * or the message refused, as its settings say. Throws only if nothing was sent.
 */
export async function submitMessages(
  { carrier, common }: Pick<ReadyCarrier, "carrier" | "common">,
  batch: Submission[],
): Promise<Submitted[]> {
  const allowed = batch.map((submission) => withSender(submission, common));
  const toSubmit = allowed.filter((each) => each !== undefined);
  const submitted =
    toSubmit.length > 0 ? await carrier.submit(toSubmit, attemptWindow(carrier.name)) : [];
  const outcomes = submitted.values();
  return allowed.map((each) =>
    each ? (outcomes.next().value ?? { kind: "skipped", reason: null }) : notAllowed,
  );
}

function withSender(
  submission: Submission,
  common: ReadyCarrier["common"],
): Submission | undefined {
  const from = senderAt(common, submission.from);
  return from === undefined ? undefined : { ...submission, from };
}

const notAllowed: SubmitOutcome = {
  kind: "refused",
  reason: "sender_not_allowed",
  carrierCode: null,
};

/** What this process knows of a carrier, for its connections. */
export function circuitOf(carrier: string): Circuit {
  return attemptWindow(carrier);
}
