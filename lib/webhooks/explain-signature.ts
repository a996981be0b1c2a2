import { timingSafeEqual } from "node:crypto";
import type { Sentence } from "../core/sentence";
import { bodyVariants } from "./_body-variants";
import { webhookSentences } from "./sentences";
import { signPayload } from "./sign-payload";

const toleranceSeconds = 300;

export interface SignedRequest {
  /** Every secret that may have signed it. */
  secrets: string[];
  /** Header names in any case. */
  headers: Record<string, string>;
  /** The body as the receiver hashed it. */
  body: string;
  now: Date;
}

export interface Explanation {
  reason: "ok" | "malformed_header" | "clock" | "body_changed" | "id_mismatch" | "wrong_secret";
  /** What it means and what to do, for people. */
  sentence: Sentence;
}

interface Parts {
  id: string;
  timestamp: number;
  signatures: Buffer[];
}

/** Why the signature of a request verifies or does not. Knows nothing but what it is given. */
export function explainSignature(request: SignedRequest): Explanation {
  const parts = readHeaders(request.headers);
  if ("sentence" in parts) return parts;
  if (isSigned(request, parts, request.body)) return explainClock(parts, request.now);
  return explainMismatch(request, parts);
}

function explainClock({ timestamp }: Parts, now: Date): Explanation {
  const off = Math.round(now.getTime() / 1000) - timestamp;
  if (Math.abs(off) <= toleranceSeconds) {
    return { reason: "ok", sentence: webhookSentences.valid };
  }
  const seconds = Math.abs(off);
  return {
    reason: "clock",
    sentence: off > 0 ? webhookSentences.tooOld({ seconds }) : webhookSentences.ahead({ seconds }),
  };
}

function explainMismatch(request: SignedRequest, parts: Parts): Explanation {
  const variants = bodyVariants(request.body);
  if (variants.some((body) => isSigned(request, parts, body))) {
    return {
      reason: "body_changed",
      sentence: webhookSentences.reserialized,
    };
  }
  const bodyId = idIn(request.body);
  if (bodyId !== undefined && bodyId !== parts.id) {
    return {
      reason: "id_mismatch",
      sentence: webhookSentences.otherBody({ id: parts.id, bodyId }),
    };
  }
  return {
    reason: "wrong_secret",
    sentence: webhookSentences.otherSecret,
  };
}

function isSigned({ secrets }: SignedRequest, parts: Parts, body: string): boolean {
  return secrets.some((secret) => {
    const expected = Buffer.from(signPayload({ ...parts, body }, [secret]).slice(3), "base64");
    return parts.signatures.some((given) => timingSafeEqual(given, expected));
  });
}

function readHeaders(given: Record<string, string>): Parts | Explanation {
  const headers = new Map(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), value.trim()]),
  );
  const [id, time, list] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) =>
    headers.get(name),
  );
  if (!id) return malformed(webhookSentences.noHeader({ name: "webhook-id" }));
  if (!time) return malformed(webhookSentences.noHeader({ name: "webhook-timestamp" }));
  if (!list) return malformed(webhookSentences.noHeader({ name: "webhook-signature" }));
  if (!/^\d{1,11}$/.test(time)) {
    return malformed(webhookSentences.wrongTimestamp({ time }));
  }
  const signatures = list
    .split(/ +/)
    .filter((each) => /^v1,[A-Za-z0-9+/]{43}=$/.test(each))
    .map((each) => Buffer.from(each.slice(3), "base64"));
  if (signatures.length === 0) {
    return malformed(webhookSentences.noSignature);
  }
  return { id, timestamp: Number(time), signatures };
}

function malformed(sentence: Sentence): Explanation {
  return { reason: "malformed_header", sentence };
}

function idIn(body: string): string | undefined {
  return /"id"\s*:\s*"(evt_\w{26})"/.exec(body)?.[1];
}
