import { sql } from "drizzle-orm";
import { z } from "zod";
import { simulatorMessages, simulatorReports } from "@/drizzle/schema/carriers";
import { db, type Tx } from "../../core/db";
import { newId, publicId } from "../../core/ids";
import { untilBack } from "../../core/until-back";
import type { Carrier, CarrierKind, Submission, SubmitOutcome } from "../carrier";
import { countSubmit } from "../carrier-minutes";
import { hasCallbackSecret } from "../has-callback-secret";
import { receiveEvents } from "../upstream/receive-events";
import { eraseSimulated } from "./_erase-simulated";
import { postReports } from "./_post-reports";
import { reportSimulated } from "./_report-simulated";
import { replyDelayMs, type ScriptedReport, scriptFor } from "./_script-for";

/** How long a temporary refusal asks us to wait. */
const refusalMs = 500;

/**
 * The carrier of a fresh installation: it takes messages, dedupes on our id, and reports to our own
 * webhook route over HTTP. What it took and still owes is stored, so that a restart forgets nothing.
 */
export const simulator: Carrier = {
  name: "simulator",
  dedupes: true,
  batchSize: 500,
  submit,
  callbacks: {
    // It is this installation itself: the path is proof enough. It reports in the shape of an upstream.
    verify: (callback) => (hasCallbackSecret(callback) ? undefined : "wrong_secret"),
    receive: receiveEvents,
  },
  erase: eraseSimulated,
  loops: [{ name: "simulator", everyMs: 100, work: reportSimulated }],
};

/** The simulator as a carrier of `carriers.json`. */
export const simulatorKind: CarrierKind = {
  kind: "simulator",
  onlyName: "simulator",
  settings: z.strictObject({}),
  create: () => simulator,
};

interface OwedEvent {
  ref: string;
  submission: Submission;
}

interface OwedReport extends OwedEvent {
  report: ScriptedReport;
}

/** What a phone answers to a message. */
interface OwedReply extends OwedEvent {
  reply: string;
}

async function submit(batch: Submission[]): Promise<SubmitOutcome[]> {
  // Taking a message and owing its reports is one commit: a crash loses both or neither.
  const begunAt = Date.now();
  const { outcomes, early } = await untilBack(() => db().transaction((tx) => take(batch, tx)));
  for (const _ of batch) countSubmit(simulator.name, Date.now() - begunAt);
  if (early.length > 0) await postReports(early.map(toEvent));
  return outcomes;
}

async function take(
  batch: Submission[],
  tx: Tx,
): Promise<{ outcomes: SubmitOutcome[]; early: OwedReport[] }> {
  const memory = await remember(batch, tx);
  const early: OwedReport[] = [];
  const owed: (OwedReport | OwedReply)[] = [];
  const outcomes = batch.map((submission): SubmitOutcome => {
    const script = scriptFor(submission.to);
    const { ref, asked } = memory.get(submission.messageId) ?? { ref: "", asked: 0 };
    if (asked <= script.refusals) {
      return { kind: "later", reason: "carrier_busy", retryAfterMs: refusalMs };
    }
    const reports = script.reports.map((report) => ({ ref, submission, report }));
    if (script.early) early.push(...reports);
    else if (asked === script.refusals + 1) {
      owed.push(...reports);
      if (script.reply) owed.push({ ref, submission, reply: script.reply });
    }
    return { kind: "accepted", ref };
  });
  await owe(owed, tx);
  return { outcomes, early };
}

/** Stores each submission once; `asked` counts how often it was submitted, this time included. */
async function remember(
  batch: Submission[],
  tx: Tx,
): Promise<Map<string, { ref: string; asked: number }>> {
  const rows = batch.map(({ messageId }) => {
    return { message_id: messageId, ref: publicId("sim", newId()) };
  });
  const stored = await tx.execute<{ message_id: string; ref: string; asked: number }>(sql`
    insert into ${simulatorMessages} (message_id, ref, asked)
    select message_id, ref, 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(message_id uuid, ref text)
    on conflict (message_id) do update set asked = ${simulatorMessages}.asked + 1
    returning message_id, ref, asked`);
  return new Map(stored.map((row) => [row.message_id, { ref: row.ref, asked: row.asked }]));
}

async function owe(events: (OwedReport | OwedReply)[], tx: Tx): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((owed) => ({
    id: newId(),
    event: "reply" in owed ? toInbound(owed) : toEvent(owed),
    after: ("reply" in owed ? replyDelayMs : owed.report.afterMs) / 1000,
  }));
  await tx.execute(sql`
    insert into ${simulatorReports} (id, event, due_at)
    select id, event, now() + after * interval '1 second'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, event jsonb, after float8)`);
}

/** The phone answers the sender it saw, which need not be a number: the message says whose the answer is. */
function toInbound({ ref, submission, reply }: OwedReply): Record<string, unknown> {
  return {
    type: "MESSAGE",
    message_id: `${ref}_reply`,
    from: submission.to,
    to: submission.from,
    body: reply,
    in_reply_to: ref,
  };
}

/** A report in the documented shape, or the seen one for the intermediate state. The time is set on posting. */
function toEvent({ ref, submission, report }: OwedReport): Record<string, unknown> {
  if (report.event === "sent") return { type: "NOTIFICATION", message_id: ref, status: "SENT" };
  return {
    event: report.event,
    message_id: ref,
    to: submission.to,
    operator: null,
    segments: submission.segments,
    ...(report.reason ? { reason: report.reason } : {}),
  };
}
