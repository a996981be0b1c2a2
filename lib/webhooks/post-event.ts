import { type Agent, request } from "undici";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { once } from "../core/once";
import { readRetryAfter } from "../core/read-retry-after";
import { codeOf } from "../core/to-app-error";
import type { Exchange } from "./contract";
import { guardUrl } from "./guard-url";
import { blockedCode, guardedAgent } from "./guarded-agent";
import { signPayload } from "./sign-payload";

/** What is read of an answer at most, and what is kept of it. */
const readBytes = 65_536;
const keptBytes = 4096;

export const userAgent = "Depesza-Webhooks/1.0";

interface Posting {
  url: string;
  /** Every secret in force: two during a rotation. */
  secrets: string[];
  /** `evt_…`; the same in every attempt. */
  eventId: string;
  body: string;
}

/** An exchange, with what only the deliverer needs to know. */
export interface PostOutcome {
  exchange: Exchange;
  /** An answer of 2xx came in time. */
  isAccepted: boolean;
  retryAfterMs: number | null;
}

/** Posts one signed event and says what came of it. Never throws: whatever goes wrong is the outcome. */
export async function postEvent(posting: Posting, agent?: Agent): Promise<PostOutcome> {
  const now = new Date();
  const { url, body } = posting;
  return postBody({ url, body, headers: headersOf(posting, now) }, { now, agent });
}

interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Posts a body whose headers say everything about it, by the guarded way out. Never throws, as `postEvent`. */
export async function postBody(
  { url, headers, body }: Post,
  { now = new Date(), agent = sharedAgent() }: { now?: Date; agent?: Agent | undefined } = {},
): Promise<PostOutcome> {
  const start = performance.now();
  const answer = await ask({ url, body }, headers, agent);
  const { status, error, text, retryAfterMs } = answer;
  return {
    exchange: {
      at: now.toISOString(),
      duration_ms: Math.round(performance.now() - start),
      request: { url, headers, body },
      status,
      error,
      answer: text,
    },
    isAccepted: error === null,
    retryAfterMs,
  };
}

const sharedAgent = once(() => guardedAgent());

function headersOf({ eventId, body, secrets }: Posting, now: Date): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000);
  return {
    "content-type": "application/json",
    "user-agent": userAgent,
    "webhook-id": eventId,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signPayload({ id: eventId, timestamp, body }, secrets),
  };
}

interface Answer {
  status: number | null;
  error: string | null;
  text: string | null;
  retryAfterMs: number | null;
}

async function ask(
  { url, body }: Pick<Post, "url" | "body">,
  headers: Record<string, string>,
  agent: Agent,
): Promise<Answer> {
  const signal = AbortSignal.timeout(env().WEBHOOK_TIMEOUT * 1000);
  try {
    const response = await request(guardUrl(url), {
      dispatcher: agent,
      method: "POST",
      headers,
      body,
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const status = response.statusCode;
    const retryAfter = response.headers["retry-after"];
    return {
      status,
      error: errorOfStatus(status),
      text: await readStart(response.body),
      retryAfterMs: readRetryAfter(typeof retryAfter === "string" ? retryAfter : null),
    };
  } catch (error) {
    return { status: null, error: kindOf(error), text: null, retryAfterMs: null };
  }
}

/** The verdict is the status; a body that breaks off, never ends or is too long changes nothing about it. */
async function readStart(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      if (length < keptBytes) chunks.push(chunk);
      length += chunk.length;
      if (length > readBytes) break;
    }
  } catch {
    // What came until then is what there is to show.
  }
  body.destroy();
  return toText(Buffer.concat(chunks).subarray(0, keptBytes));
}

/** Bytes of anyone as text that PostgreSQL takes and a page can show. */
function toText(bytes: Buffer): string {
  return new TextDecoder()
    .decode(bytes)
    .replace(/[^\P{C}\r\n\t]/gu, "\uFFFD")
    .replace(/\uFFFD$/, "");
}

function errorOfStatus(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirect" : "status";
}

const kinds: [pattern: RegExp, kind: string][] = [
  [new RegExp(`^${blockedCode}$`), "blocked"],
  [/^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/, "connect_timeout"],
  [/^(?:ENOTFOUND|ENODATA|ESERVFAIL|EREFUSED|EAI_AGAIN|EBADNAME|ETIMEOUT)$/, "dns"],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, "refused"],
  [/^(?:ERR_(?:SSL|TLS)|EPROTO$|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_)/, "tls"],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED)$/, "reset"],
  [/^(?:HPE_|UND_ERR_HEADERS_OVERFLOW|HTTPParserError)/, "bad_answer"],
];

/** What went wrong before a status came, in one word that stays the same. */
function kindOf(error: unknown): string {
  if (error instanceof AppError) return "blocked";
  if (error instanceof Error && /^(?:Timeout|Abort)Error$/.test(error.name)) return "timeout";
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code = codeOf(first) || (first instanceof Error ? first.name : "");
  return kinds.find(([pattern]) => pattern.test(code))?.[1] ?? "other";
}
