import { type Dispatcher, Pool } from "undici";
import { readRetryAfter } from "../../core/read-retry-after";

const timeoutMs = 8_000;
const maxResponseBytes = 65_536;

/** A request to a carrier; `path` begins with a slash and is relative to the carrier's base URL. */
export interface CarrierRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A carrier's response: any status, and at most 64 KiB of text. */
export interface CarrierResponse {
  status: number;
  /** Its `Retry-After`; null if it named no time. */
  retryAfterMs: number | null;
  text: string;
}

/** Makes one request within eight seconds; rejects if no whole response came. See `failedRequest`. */
export type HttpClient = (request: CarrierRequest) => Promise<CarrierResponse>;

/** A client for a carrier's base URL, which may have a path of its own. Its connections are kept open. */
export function httpClient(baseUrl: string): HttpClient {
  const { origin, pathname } = new URL(baseUrl);
  const prefix = pathname.replace(/\/+$/, "");
  let pool: Dispatcher | undefined;
  return async ({ method, path, headers, body }) => {
    pool ??= openPool(origin);
    const response = await pool.request({ method, path: `${prefix}${path}`, headers, body });
    const retryAfter = response.headers["retry-after"];
    return {
      status: response.statusCode,
      retryAfterMs: readRetryAfter(Array.isArray(retryAfter) ? retryAfter[0] : retryAfter),
      text: await response.body.text(),
    };
  };
}

function openPool(origin: string): Pool {
  // As many connections as the request limit lets be in flight: it is the one that counts.
  return new Pool(origin, {
    connect: { timeout: 5_000 },
    // These count from when a request has left, not while it waits for a connection.
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: 10_000,
    maxResponseSize: maxResponseBytes,
  });
}
