import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from "node:http";
import { lingerAfterResponse } from "./linger-after-response";

/** Of a body that nobody wants, so much is skipped for the sake of the next request on the connection. */
const maxSkippedBytes = 65_536;

type GivenHeaders = OutgoingHttpHeaders | OutgoingHttpHeader[];

export type ServerResponseClass = ReturnType<typeof serverResponse>;

/**
 * The class of all responses of one server. What holds for every response is written with its head, once and
 * whoever made it: the fixed headers, and `Connection: close` while the server closes or when a body is cut short.
 */
export function serverResponse(state: { isClosing: boolean }, fixedHeaders: OutgoingHttpHeaders) {
  return class<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
    /** The API's; pages bring most of theirs themselves. */
    fixedHeaders = fixedHeaders;

    override writeHead(status: number, reason?: string | GivenHeaders, more?: GivenHeaders): this {
      this.#decideConnection(status);
      const given = typeof reason === "string" ? more : reason;
      if (typeof reason === "string") this.statusMessage = reason;
      // As one object: a header that is set by itself costs as much as the rest of the head.
      if (given && !Array.isArray(given)) {
        return super.writeHead(status, { ...given, ...this.fixedHeaders });
      }
      setAll(this, this.fixedHeaders);
      return super.writeHead(status, given);
    }

    #decideConnection(status: number): void {
      const bytesLeft = bytesLeftOf(this.req);
      if (state.isClosing || status === 413 || bytesLeft > maxSkippedBytes) {
        this.shouldKeepAlive = false;
      }
      if (bytesLeft > 0 && !this.shouldKeepAlive) lingerAfterResponse(this.req);
    }
  };
}

function setAll(response: ServerResponse, headers: OutgoingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
}

/** How much of a request's body is still to come, as far as it has said. */
function bytesLeftOf({ complete, headers }: IncomingMessage): number {
  if (complete) return 0;
  if (headers["transfer-encoding"] !== undefined) return Number.POSITIVE_INFINITY;
  return Number(headers["content-length"] ?? 0);
}
