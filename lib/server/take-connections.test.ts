import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, createServer as createPort } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { takeConnections } from "./take-connections";

test("a server that does not listen itself lets go of slow clients", async () => {
  const server = createServer({ headersTimeout: 50, connectionsCheckingInterval: 20 });
  takeConnections(server);
  const port = createPort((socket) => server.emit("connection", socket)).listen(0, "127.0.0.1");
  await once(port, "listening");
  const client = connect((port.address() as AddressInfo).port, "127.0.0.1");
  client.write("GET / HTTP/1.1\r\n");
  expect(await text(client)).toContain("408 Request Timeout");
  port.close();
  server.close();
});
