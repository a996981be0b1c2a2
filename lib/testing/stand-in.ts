import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A request as the service got it. */
export interface StandInRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON unless it is a text. */
  body?: unknown;
}

/**
 * What to answer instead of what is documented. `silence` and `cut` come after the service did what it was asked for,
 * as in a crash; `reset` comes before.
 */
export type Misbehaviour = Answer | "silence" | "cut" | "reset";

/** A service on 127.0.0.1 that answers as its documentation says, remembers what it was asked, and misbehaves on demand. */
export abstract class StandIn {
  readonly asked: StandInRequest[] = [];
  behave: (
    request: StandInRequest,
  ) => Misbehaviour | undefined | Promise<Misbehaviour | undefined> = () => undefined;
  private port = 0;
  private server = this.makeServer();

  /** What the documented service answers. */
  protected abstract respond(request: StandInRequest): Answer;

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts, or starts again at the same port. */
  async listen(): Promise<void> {
    this.server = this.makeServer();
    this.server.listen(this.port, "127.0.0.1");
    await once(this.server, "listening");
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = once(this.server, "close");
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private makeServer() {
    return createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(incoming.url ?? "/", this.origin);
    const { method = "GET", headers } = incoming;
    const body = await text(incoming);
    const request = { method, path: pathname, query: searchParams, headers, body };
    this.asked.push(request);
    const reply = await this.behave(request);
    if (typeof reply === "object") return send(response, reply);
    if (reply === "reset") {
      incoming.socket.resetAndDestroy();
      return;
    }
    const documented = this.respond(request);
    if (reply === "cut") incoming.socket.destroy();
    else if (reply === undefined) send(response, documented);
  }
}

function send(response: ServerResponse, { status, headers = {}, body = "" }: Answer): void {
  const type = typeof body === "string" ? "text/plain" : "application/json";
  response.writeHead(status, { "content-type": type, ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
