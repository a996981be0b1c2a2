import { timingSafeEqual } from "node:crypto";
import { bodyVariants } from "./_body-variants";
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
  sentence: string;
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
    return { reason: "ok", sentence: "The signature is valid." };
  }
  const age = `${Math.abs(off)} s ${off > 0 ? "old" : "ahead"}`;
  return {
    reason: "clock",
    sentence: `The signature is valid, but its time is ${age}; receivers accept at most 300 s. Check the receiver's clock, or that the request was not kept and verified later.`,
  };
}

function explainMismatch(request: SignedRequest, parts: Parts): Explanation {
  const variants = bodyVariants(request.body);
  if (variants.some((body) => isSigned(request, parts, body))) {
    return {
      reason: "body_changed",
      sentence:
        "The body was parsed and re-serialized before verification: same JSON, different bytes. Verify the raw body before any JSON middleware.",
    };
  }
  const bodyId = idIn(request.body);
  if (bodyId !== undefined && bodyId !== parts.id) {
    return {
      reason: "id_mismatch",
      sentence: `The header webhook-id names ${parts.id}, the body is ${bodyId}. Headers and body come from different requests.`,
    };
  }
  return {
    reason: "wrong_secret",
    sentence:
      "It was signed with another secret, or the body is not what was sent. Compare the endpoint's secret with the one your receiver uses, including the whsec_ prefix.",
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
  if (!id) return malformed("The header webhook-id is missing.");
  if (!time) return malformed("The header webhook-timestamp is missing.");
  if (!list) return malformed("The header webhook-signature is missing.");
  if (!/^\d{1,11}$/.test(time)) {
    return malformed(`webhook-timestamp is ${time}. It must be whole seconds since 1970.`);
  }
  const signatures = list
    .split(/ +/)
    .filter((each) => /^v1,[A-Za-z0-9+/]{43}=$/.test(each))
    .map((each) => Buffer.from(each.slice(3), "base64"));
  if (signatures.length === 0) {
    return malformed("webhook-signature has no part of the form v1,<44 characters of base64>.");
  }
  return { id, timestamp: Number(time), signatures };
}

function malformed(sentence: string): Explanation {
  return { reason: "malformed_header", sentence };
}

function idIn(body: string): string | undefined {
  return /"id"\s*:\s*"(evt_\w{26})"/.exec(body)?.[1];
}
