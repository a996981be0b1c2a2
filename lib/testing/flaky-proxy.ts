import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** `lost`: the request arrives and its answer does not. The others never arrive and are answered so. */
export type Fault = "lost" | 429 | 503;

/** A way to the API on which the first requests meet these faults, in order; later ones pass. */
export async function startFlakyProxy(
  target: string,
  faults: Fault[],
): Promise<{ url: string; requests(): number; stop(): Promise<void> }> {
  let requests = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = faults[requests];
    requests += 1;
    const body = await bodyOf(request);
    if (typeof fault === "number") return refuse(response, fault);
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? "GET",
      headers: headersOf(request),
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const text = await answer.text();
    if (fault === "lost") response.destroy();
    else response.writeHead(answer.status, { "content-type": "application/json" }).end(text);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const kept = ["authorization", "content-type", "idempotency-key"];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

function refuse(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { "content-type": "application/problem+json", "retry-after": "1" })
    .end(JSON.stringify({ status, detail: "A fault of the way.", request_id: "req_none" }));
}
