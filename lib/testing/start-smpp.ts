import { setTimeout as pause } from "node:timers/promises";
import type { z } from "zod";
import type {
  Carrier,
  InboundMessage,
  Receipt,
  Reports,
  Session,
  Submission,
  SubmitOutcome,
  Submitted,
} from "../carriers/carrier";
import { carrierKinds } from "../carriers/carrier-kinds";
import { newId } from "../core/ids";
import { type Smsc, startSmsc } from "./start-smsc";

/** A carrier over SMPP, bound to an SMSC of its own. */
export interface SmppPlay {
  smsc: Smsc;
  carrier: Carrier;
  session: Session;
  receipts: Receipt[];
  inbound: InboundMessage[];
  unreadable: { raw: string; reason: string }[];
  /** What the circuit breaker was told. */
  attempts: SubmitOutcome[];
  /** Says what storing a report does; it stores them otherwise. */
  onReports: (reports: Reports) => Promise<void>;
  /** Submits messages once and waits for their outcomes. */
  submit(...submissions: Submission[]): Promise<SubmitOutcome[]>;
  /** Submits messages as the worker does: what was not taken is offered again. Outcomes by message ID. */
  drain(submissions: Submission[]): Promise<Map<string, SubmitOutcome>>;
  stop(): Promise<void>;
}

/** Starts both: `parameters` are of `smsc.pl`, `entry` is of `carriers.json`. */
export async function startSmpp(
  parameters: Record<string, number> = {},
  entry: Record<string, unknown> = {},
): Promise<SmppPlay> {
  const smsc = await startSmsc(parameters);
  const kind = carrierKinds.find((each) => each.kind === "smpp");
  if (!kind) throw new Error("There is no kind smpp.");
  const own = { host: "127.0.0.1", port: smsc.port, system_id: "esme", password: "secret" };
  const settings: z.output<typeof kind.settings> = kind.settings.parse({ ...own, ...entry });
  const carrier = kind.create(settings, { name: "smpp" });
  const attempts: SubmitOutcome[] = [];
  const circuit = {
    trouble: undefined,
    record: (outcome: SubmitOutcome) => void attempts.push(outcome),
  };
  const seen = { receipts: [], inbound: [], unreadable: [] } as Required<Reports>;
  const play: SmppPlay = {
    ...seen,
    smsc,
    carrier,
    attempts,
    onReports: async ({ receipts, inbound = [], unreadable = [] }) => {
      seen.receipts.push(...receipts);
      seen.inbound.push(...inbound);
      seen.unreadable.push(...unreadable);
    },
    session: { stop: async () => undefined },
    submit: async (...submissions) => {
      const submitted = await carrier.submit(submissions, circuit);
      return Promise.all(submitted.map((each) => (each.kind === "pending" ? each.outcome : each)));
    },
    drain: (submissions) => drain(play, submissions),
    stop: async () => {
      await play.session.stop();
      await smsc.stop();
    },
  };
  const session = carrier.connect?.((reports) => play.onReports(reports), circuit);
  if (!session) throw new Error("The carrier has no connection.");
  play.session = session;
  return play;
}

/** A message with this text, to a number of its own if `place` says so. */
export function textMessage(body: string, change: Partial<Submission> = {}): Submission {
  return {
    messageId: newId(),
    from: "Depesza",
    to: "48732129000",
    body,
    segments: 1,
    validUntil: new Date(Date.now() + 3_600_000),
    offeredAt: new Date(),
    ...change,
  };
}

const quiet = { trouble: undefined, record: () => undefined };

async function drain(play: SmppPlay, submissions: Submission[]) {
  const outcomes = new Map<string, SubmitOutcome>();
  const queue = [...submissions];
  let underWay = 0;
  const settle = (submission: Submission, outcome: SubmitOutcome) => {
    const isFinal = ["accepted", "refused", "ambiguous"].includes(outcome.kind);
    if (isFinal) outcomes.set(submission.messageId, outcome);
    else queue.push(submission);
    return isFinal;
  };
  const follow = (submission: Submission, each: Submitted): boolean => {
    if (each.kind !== "pending") return settle(submission, each);
    underWay += 1;
    void each.outcome.then((outcome) => {
      underWay -= 1;
      settle(submission, outcome);
    });
    return false;
  };
  while (queue.length > 0 || underWay > 0) {
    const batch = queue.splice(0, play.carrier.batchSize);
    const submitted = await play.carrier.submit(batch, quiet);
    const moved = batch.filter((submission, place) => {
      return follow(submission, submitted[place] ?? { kind: "skipped", reason: null });
    });
    if (moved.length === 0) await pause(10);
  }
  return outcomes;
}
