import { setTimeout as pause } from "node:timers/promises";
import type { SubmitOutcome } from "../carrier";
import { readStatus, type Verdict } from "./_error-codes";
import type { Link, Reply } from "./_link";
import type { Links } from "./_links";
import { type ReceiptId, refOfResponse } from "./_message-id";
import type { Fields } from "./_pdu";

export interface HandOver {
  /** The submit_sm of each part. */
  parts: Fields[];
  /** A place in its window is reserved for the first part. */
  first: Link;
  links: Links;
  receiptId: ReceiptId;
  /** The carrier's IDs as it wrote them are kept, so that it can be asked by them. */
  keepsIds: boolean;
  /** Of one response. */
  timeoutMs: number;
  deadlines: Deadlines;
}

/** When the first part leaves at the latest, the others do, and the last response is in or given up. */
interface Deadlines {
  begin: number;
  finish: number;
  respond: number;
}

/** What came of one part. */
type PartOutcome =
  | { kind: "accepted"; ref: string; raw?: { message_ids: string[] } }
  | Extract<SubmitOutcome, { kind: "refused" | "requeue" | "ambiguous" | "skipped" }>;

/** Between attempts at a rest whose beginning the carrier has taken. */
const retryMs = 500;

/**
 * Hands a message over part by part: the first alone, so that a message that the carrier refuses or has no room for
 * leaves no fragment there, then the others at once. What was written and got no response is ambiguous. Never rejects.
 */
export async function handOver(handing: HandOver): Promise<SubmitOutcome> {
  const [first = {}, ...rest] = handing.parts;
  const begun = await sendPart(handing, first, { link: handing.first });
  if (begun.kind !== "accepted") return begun;
  if (rest.length === 0) return begun;
  const others = await Promise.all(
    rest.map((part) => sendPart(handing, part, { link: undefined })),
  );
  return combine([begun, ...others]);
}

function combine(outcomes: PartOutcome[]): SubmitOutcome {
  const total = outcomes.length;
  const refs = outcomes.flatMap((each) => (each.kind === "accepted" ? [each.ref] : []));
  const [ref = ""] = refs;
  const ids = outcomes.flatMap((each) =>
    each.kind === "accepted" ? (each.raw?.message_ids ?? []) : [],
  );
  const raw = ids.length > 0 ? { raw: { message_ids: ids } } : {};
  if (refs.length === total) return { kind: "accepted", ref, parts: refs, ...raw };
  const place = outcomes.findIndex(({ kind }) => kind === "refused");
  const refused = outcomes[place];
  if (refused?.kind === "refused") {
    const reason = `${refused.reason} This was part ${place + 1} of ${total}, and ${refs.length} were accepted before it.`;
    return { ...refused, reason };
  }
  const missing = outcomes.find(({ kind }) => kind !== "accepted");
  const detail = missing && "detail" in missing ? ` ${missing.detail}` : "";
  return {
    kind: "ambiguous",
    detail: `The carrier accepted ${refs.length} of ${total} parts.${detail}`,
  };
}

/** Sends one part, again while the carrier wants fewer; a later part also when it has an error that passes. */
async function sendPart(
  handing: HandOver,
  part: Fields,
  { link: reserved }: { link: Link | undefined },
): Promise<PartOutcome> {
  const { links, deadlines } = handing;
  const isFirst = reserved !== undefined;
  const deadline = isFirst ? deadlines.begin : deadlines.finish;
  let link = reserved;
  while (true) {
    link ??= await links.acquire(deadline, true);
    if (!link) return unsent(links);
    const timeoutMs = Math.min(handing.timeoutMs, deadlines.respond - Date.now());
    const reply = await link.request("submit_sm", part, timeoutMs);
    links.release(link);
    link = undefined;
    const outcome = judge(handing, reply);
    if (outcome.kind === "throttled") continue;
    if (outcome.kind !== "requeue" || isFirst || Date.now() + retryMs > deadline) return outcome;
    await pause(retryMs);
  }
}

/** There was no place by the deadline, or there is no link any more. */
function unsent(links: Links): PartOutcome {
  if (!links.isUp()) return { kind: "skipped", reason: links.whyDown().reason };
  return { kind: "skipped", reason: links.rate.isLimited ? "carrier_throttled" : null };
}

function judge(
  { links, receiptId, keepsIds }: HandOver,
  reply: Reply,
): PartOutcome | { kind: "throttled" } {
  if (reply.kind === "lost") return { kind: "ambiguous", detail: reply.detail };
  if (reply.kind === "unsent") return { kind: "skipped", reason: links.whyDown().reason };
  const verdict: Verdict = readStatus(reply.status);
  if (verdict.kind === "throttled") links.rate.throttled(Date.now());
  if (verdict.kind !== "accepted") return verdict;
  links.rate.accepted(Date.now());
  const raw = keepsIds && reply.messageId ? { raw: { message_ids: [reply.messageId] } } : {};
  return { kind: "accepted", ref: refOfResponse(reply.messageId, receiptId), ...raw };
}
