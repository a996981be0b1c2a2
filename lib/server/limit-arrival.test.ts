import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { arrivalMs, limitArrival, maxArrivalMs } from "./limit-arrival";
import { rejectUnparsed } from "./reject-unparsed";

let server: Server | undefined;
let socket: Socket | undefined;
afterEach(() => {
  vi.useRealTimers();
  socket?.destroy();
  server?.close();
});

/** Sends the beginning of a request, and what came back once `pastMs` are over. */
async function answerAfter(pastMs: number, head: string, bodyLength = 1): Promise<string> {
  server = createServer();
  rejectUnparsed(server);
  const begun = new Promise<void>((resolve) => {
    server?.on("request", (request) => {
      limitArrival(server as Server, request);
      let length = 0;
      request.on("data", (chunk) => {
        length += chunk.length;
        if (length >= bodyLength) resolve();
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  socket.write(head + "x".repeat(bodyLength));
  await begun;
  // Only what is not whole by then is watched.
  await new Promise((resolve) => setImmediate(resolve));
  const ended = once(socket, "end");
  vi.advanceTimersByTime(pastMs);
  vi.useRealTimers();
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 300))]);
  return received.split("\r\n")[0] ?? "";
}

const start = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\n\r\n`;

test("a message has 30 s to arrive, a file of 32 MiB as long as it takes at 64 KiB a second", () => {
  expect(arrivalMs(300)).toBe(30_000);
  expect(arrivalMs(1_048_576)).toBe(30_000);
  expect(arrivalMs(33_554_432)).toBe(30_000 + 512_000);
  expect(maxArrivalMs).toBe(542_000);
});

test("a body that is late is answered 408", async () => {
  expect(await answerAfter(30_001, start("/api/sms", 300))).toContain(" 408 ");
});

const file = start("/api/campaigns/cmp_x/recipients", 33_000_000);

test("a slow file is not late as long as it keeps the pace", async () => {
  expect(await answerAfter(60_000, file, 4_194_304)).toBe("");
});

test("a file that stands still is late, however long it is to become", async () => {
  expect(await answerAfter(30_001, file)).toContain(" 408 ");
  socket?.destroy();
  server?.close();
  expect(await answerAfter(100_000, file, 4_194_304)).toContain(" 408 ");
});

test("a length beyond the limit of its path buys no time", async () => {
  expect(await answerAfter(30_001, start("/api/sms", 33_000_000))).toContain(" 408 ");
});
