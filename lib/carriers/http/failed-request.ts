import { codeOf } from "../../core/to-app-error";
import type { Requeue } from "../carrier";

/** Failures before a byte of the request had left: the carrier cannot have taken the message. */
const notConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** What a request without a whole response means for its message: `mayBeAccepted` tells whether it had left. */
export function failedRequest(error: unknown): Requeue {
  const code = codeOf(error);
  const said = error instanceof Error ? error.message : String(error);
  const isConnected = !notConnected.test(code);
  return {
    kind: "requeue",
    reason: "carrier_down",
    detail: code ? `${said} (${code})` : said,
    retryAfterMs: null,
    scope: isConnected ? "attempt" : "carrier",
    mayBeAccepted: isConnected,
  };
}
