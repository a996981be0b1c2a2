import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { newId, publicId } from "../core/ids";

/** A request as the upstream got it. */
export interface Asked {
  authorization: string | undefined;
  wire: Record<string, unknown>;
  /** How often this key was asked for, this time included. */
  times: number;
}

/**
 * What to answer instead: a status, nothing at all, a cut or a reset connection. Nothing and a cut come after the
 * message was taken, as in a crash; a reset comes before. Undefined answers as documented.
 */
export type Reply =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | "silence"
  | "reset"
  | "cut";

type Behaviour = (asked: Asked) => Reply | undefined | Promise<Reply | undefined>;

/** An upstream of the documented shape that remembers what it took, and misbehaves on demand. */
export class Upstream {
  readonly token = "upstream-token";
  readonly asked: Asked[] = [];
  /** What it took: message by idempotency key. */
  readonly taken = new Map<string, { messageId: string; wire: Record<string, unknown> }>();
  behave: Behaviour = () => undefined;
  private port = 0;
  private server = this.makeServer();

  get url(): string {
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

  /** What it took of the message with this id of ours. */
  takenOf(clientRef: string) {
    return [...this.taken.values()].filter(({ wire }) => wire["client_ref"] === clientRef);
  }

  askedFor(clientRef: string): Asked[] {
    return this.asked.filter(({ wire }) => wire["client_ref"] === clientRef);
  }

  private makeServer() {
    return createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wire = (await json(request)) as Record<string, unknown>;
    const key = String(wire["idempotency_key"]);
    const times = this.asked.filter((each) => each.wire["idempotency_key"] === key).length + 1;
    const asked = { authorization: request.headers.authorization, wire, times };
    this.asked.push(asked);
    const reply = await this.behave(asked);
    if (typeof reply === "object") return send(response, reply);
    if (reply === "reset") {
      request.socket.resetAndDestroy();
      return;
    }
    const documented = this.take(key, wire);
    if (reply === "cut") request.socket.destroy();
    else if (reply === undefined) send(response, documented);
  }

  private take(key: string, wire: Record<string, unknown>): Exclude<Reply, string> {
    const known = this.taken.get(key);
    if (known && JSON.stringify(known.wire) !== JSON.stringify(wire)) {
      return { status: 422, body: { code: "idempotency_mismatch", detail: "Another request." } };
    }
    const message = known ?? { messageId: publicId("msg", newId()), wire };
    this.taken.set(key, message);
    return { status: 200, body: { message_id: message.messageId } };
  }
}

function send(
  response: ServerResponse,
  { status, headers = {}, body = {} }: Exclude<Reply, string>,
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
