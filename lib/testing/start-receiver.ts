import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  atMs: number;
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Before anything is answered. */
  delayMs?: number;
}

export interface Receiver {
  url: string;
  port: number;
  requests: ReceivedRequest[];
  /** Connections ever made to it. */
  connections(): number;
  /** Requests that were unanswered at the same time, at most. */
  maxInFlight(): number;
  answer: (request: ReceivedRequest, place: number) => Answer;
  close(): Promise<void>;
}

/** A customer's server: real sockets on 127.0.0.1, remembering what it got and answering as it is told. */
export async function startReceiver(answer: Receiver["answer"] = ok): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  let connections = 0;
  let abreast = 0;
  let maxInFlight = 0;
  const server = createServer(async (incoming, outgoing) => {
    const { method = "", url = "", headers } = incoming;
    const body = (await buffer(incoming)).toString();
    const request = { method, path: url, headers, body, atMs: performance.now() };
    requests.push(request);
    abreast += 1;
    maxInFlight = Math.max(maxInFlight, abreast);
    const told = receiver.answer(request, requests.length);
    setTimeout(() => {
      abreast -= 1;
      outgoing.writeHead(told.status, told.headers).end(told.body);
    }, told.delayMs ?? 0);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    requests,
    connections: () => connections,
    maxInFlight: () => maxInFlight,
    answer,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

function ok(): Answer {
  return { status: 200 };
}
