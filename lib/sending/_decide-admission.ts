import { isSameRequest } from "../messages/is-same-request";

/** What admission needs to know of one request to decide it. */
export interface AdmissionRequest {
  idempotencyKey: string | null;
  requestHash: string | null;
  credits: number;
  /** The token that spends them. */
  tokenId?: string | undefined;
  /** Why it is refused unless its key is known: its time is over, or its recipient has opted out. */
  late: Error | null;
}

export type Decision<Known> =
  | { kind: "accept" }
  | { kind: "replay"; of: Known }
  | { kind: "replay_of_batch"; position: number }
  | { kind: "mismatch" }
  | { kind: "late"; refusal: Error }
  | { kind: "no_credits"; required: number; available: number }
  | { kind: "over_limit"; required: number; available: number };

/** What there is to spend. */
interface Funds {
  balance: number;
  /** What the tokens with a daily limit may still spend. */
  budgets: ReadonlyMap<string, number>;
}

/**
 * Decides a batch in order: a known key replays or mismatches, otherwise the request is accepted while
 * the balance and the daily limit of its token hold. A refusal neither uses the key nor blocks a cheaper request behind it.
 */
export function decideAdmission<Known extends { requestHash: string | null }>(
  requests: AdmissionRequest[],
  { balance, budgets }: Funds,
  known: Map<string, Known>,
): { decisions: Decision<Known>[]; spent: number } {
  const accepted = new Map<string, number>();
  const left = new Map(budgets);
  let spent = 0;
  const decisions = requests.map((request, position): Decision<Known> => {
    const repeated = decideRepeated(request, requests, { known, accepted });
    if (repeated) return repeated;
    if (request.late) return { kind: "late", refusal: request.late };
    const available = balance - spent;
    if (request.credits > available) {
      return { kind: "no_credits", required: request.credits, available };
    }
    const { tokenId = "", credits } = request;
    const budget = left.get(tokenId) ?? Number.POSITIVE_INFINITY;
    if (credits > budget) return { kind: "over_limit", required: credits, available: budget };
    left.set(tokenId, budget - credits);
    spent += credits;
    if (request.idempotencyKey) accepted.set(request.idempotencyKey, position);
    return { kind: "accept" };
  });
  return { decisions, spent };
}

function decideRepeated<Known extends { requestHash: string | null }>(
  { idempotencyKey, requestHash }: AdmissionRequest,
  requests: AdmissionRequest[],
  seen: { known: Map<string, Known>; accepted: Map<string, number> },
): Decision<Known> | undefined {
  if (!idempotencyKey) return undefined;
  const stored = seen.known.get(idempotencyKey);
  if (stored) {
    return isSameRequest(stored.requestHash, requestHash)
      ? { kind: "replay", of: stored }
      : { kind: "mismatch" };
  }
  const position = seen.accepted.get(idempotencyKey);
  if (position === undefined) return undefined;
  return requests[position]?.requestHash === requestHash
    ? { kind: "replay_of_batch", position }
    : { kind: "mismatch" };
}
