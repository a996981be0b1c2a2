import type { SubmitOutcome } from "../carrier";

/** What a command_status says about a submit_sm that got it as its response. */
export type Verdict =
  | { kind: "accepted" }
  /** Too much at once: the message is well, and is tried again more slowly. */
  | { kind: "throttled" }
  | Exclude<SubmitOutcome, { kind: "accepted" | "ambiguous" | "skipped" | "later" }>;

/** ESME_RTHROTTLED and ESME_RMSGQFUL. */
const throttled: readonly number[] = [0x58, 0x14];
/** ESME_RINVPASWD, ESME_RINVSYSID, ESME_RBINDFAIL: what is wrong here is for the administrator to mend. */
const unauthorized: readonly number[] = [0x0d, 0x0e, 0x0f];
/** ESME_RINVBNDSTS: the carrier holds this link for one that is not bound for sending. */
export const notBound = 0x04;
/** ESME_RINVDSTADR. */
const invalidDestination = 0x0b;

/** Errors that pass: the carrier did not take the message, and may take it later. */
const temporary: Record<number, string> = {
  4: "The carrier says that this link is not bound for sending.",
  8: "The carrier has a system error.",
  100: "The carrier has a temporary error (ESME_RX_T_APPN).",
  255: "The carrier has an unknown error.",
};

/** SMPP 3.4, section 5.1.3, in words; what no message_id or bind of ours can cause is left out. */
const permanent: Record<number, string> = {
  1: "The carrier says that the length of the message is invalid.",
  2: "The carrier says that the length of the request is invalid.",
  3: "The carrier does not know the command submit_sm.",
  6: "The carrier rejects the priority.",
  7: "The carrier rejects registered_delivery.",
  10: "The carrier rejects the sender.",
  11: "The carrier says that the recipient's number is invalid.",
  13: "The carrier rejects the bind.",
  14: "The carrier rejects the password.",
  15: "The carrier rejects the system_id.",
  21: "The carrier rejects the service type.",
  67: "The carrier rejects the ESM class of the message.",
  69: "The carrier could not submit the message.",
  72: "The carrier rejects the TON of the sender.",
  73: "The carrier rejects the NPI of the sender.",
  80: "The carrier rejects the TON of the recipient.",
  81: "The carrier rejects the NPI of the recipient.",
  83: "The carrier rejects the system type.",
  84: "The carrier rejects replace_if_present.",
  97: "The carrier rejects the delivery time.",
  98: "The carrier rejects the validity period.",
  99: "The carrier has no such predefined message.",
  101: "The carrier's application rejects the message for good.",
  102: "The carrier's application rejects the message.",
  192: "The carrier cannot read the optional parameters.",
  193: "The carrier does not allow an optional parameter.",
  194: "The carrier rejects the length of an optional parameter.",
  195: "The carrier misses an optional parameter.",
  196: "The carrier rejects the value of an optional parameter.",
  254: "The carrier could not deliver the message.",
};

/** What a response with this command_status means for its message (SMPP 3.4, section 5.1.3). */
export function readStatus(status: number): Verdict {
  if (status === 0) return { kind: "accepted" };
  if (throttled.includes(status)) return { kind: "throttled" };
  if (isUnauthorized(status)) {
    return {
      kind: "requeue",
      reason: "carrier_unauthorized",
      detail: describeStatus(status),
      retryAfterMs: null,
      scope: "carrier",
      mayBeAccepted: false,
    };
  }
  if (temporary[status]) {
    return {
      kind: "requeue",
      reason: "carrier_error",
      detail: describeStatus(status),
      retryAfterMs: null,
      scope: "attempt",
      mayBeAccepted: false,
    };
  }
  const refused = {
    kind: "refused",
    reason: wordsFor(status),
    carrierCode: hexOf(status),
  } as const;
  return status === invalidDestination ? { ...refused, status: "bounced" } : refused;
}

/** Whether a bind, or a message, is refused because of the credentials. */
export function isUnauthorized(status: number): boolean {
  return unauthorized.includes(status);
}

/** A command_status for the administrator: in words and as the specification writes it. */
export function describeStatus(status: number): string {
  return `${wordsFor(status)} (${hexOf(status)})`;
}

function wordsFor(status: number): string {
  return (
    temporary[status] ??
    permanent[status] ??
    (throttled.includes(status)
      ? "The carrier wants fewer messages."
      : "The carrier returned a vendor-specific error.")
  );
}

function hexOf(status: number): string {
  return `0x${status.toString(16).toUpperCase().padStart(2, "0")}`;
}
