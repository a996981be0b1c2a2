import type { Carrier, Submission, SubmitOutcome } from "../carriers/carrier";
import { newId } from "../core/ids";

/** Submits one message to a carrier that is well, and waits for what becomes of it. */
export async function submitOne(
  carrier: Carrier,
  change: Partial<Submission> = {},
): Promise<SubmitOutcome> {
  const submission: Submission = {
    messageId: newId(),
    from: "Depesza",
    to: "48732129000",
    body: "Hello",
    segments: 1,
    validUntil: new Date(Date.now() + 3_600_000),
    offeredAt: new Date(),
    ...change,
  };
  const circuit = { trouble: undefined, record: () => undefined };
  const [submitted] = await carrier.submit([submission], circuit);
  if (!submitted) throw new Error("the carrier gave no outcome");
  return submitted.kind === "pending" ? submitted.outcome : submitted;
}
