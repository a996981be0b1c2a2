import { z } from "zod";
import { jsonIn } from "../../core/json-in";
import type { SubmitOutcome } from "../carrier";
import { carrierReference, carrierText } from "../http/carrier-text";
import type { CarrierResponse } from "../http/http-client";
import { outcomeOf } from "../http/outcome-of-class";
import { outcomeOfStatus } from "../http/outcome-of-status";
import { statusOf } from "./_status-of";
import { submitCodes } from "./_submit-codes";

const Message = z.object({ sid: carrierReference, status: carrierText, error_code: carrierText });
const Problem = z.object({ code: carrierText, message: carrierText });

/** What Twilio's response to `Messages.json` means for the message. */
export function readResponse(response: CarrierResponse): SubmitOutcome {
  const json = jsonIn(response.text);
  if (response.status >= 200 && response.status < 300) return readMessage(json, response);
  const { code, message } = Problem.safeParse(json).data ?? {};
  if (code === undefined) return outcomeOfStatus(response);
  const detail = `HTTP ${response.status}: ${message ?? "no message"} (${code})`;
  const known = submitCodes.get(code);
  if (!known) return ofUnknownCode({ code, message, detail }, response);
  const { retryAfterMs } = response;
  const outcome = outcomeOf(known.cls, { words: known.words, code, detail, retryAfterMs });
  // Its code says that nothing was done, whatever the status.
  return outcome.kind === "requeue" ? { ...outcome, mayBeAccepted: false } : outcome;
}

interface Said {
  code: string;
  message: string | undefined;
  detail: string;
}

/** Twilio has hundreds of codes, and those of a 400 are about the request. */
function ofUnknownCode({ code, message, detail }: Said, response: CarrierResponse): SubmitOutcome {
  if (response.status !== 400) return outcomeOfStatus(response, detail);
  const quote = message ?? `HTTP 400 (${code})`;
  return outcomeOf("permanent", { words: "carrier_rejected", quote, code });
}

function readMessage(json: unknown, response: CarrierResponse): SubmitOutcome {
  const message = Message.safeParse(json).data;
  if (!message) return outcomeOfStatus(response, `HTTP ${response.status} without a sid`);
  const { sid, status = "", error_code: code } = message;
  const stand = statusOf(status, code);
  // It reports changes only: a message that begins as failed would never get a receipt.
  if (stand && stand.status !== "sent" && stand.status !== "delivered") {
    const reason = stand.reason ?? "carrier_rejected";
    const isBounced = stand.status === "bounced";
    return {
      ...{ kind: "refused", reason, carrierCode: code ?? null },
      status: isBounced ? "bounced" : "failed",
    };
  }
  return { kind: "accepted", ref: sid };
}
