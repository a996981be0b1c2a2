import { execFileSync } from "node:child_process";
import { connect } from "node:net";
import { expect } from "@playwright/test";
import { test } from "./fixtures";

const sentBytes = 250_000_000;
const block = Buffer.alloc(65_536, "a");

function rssMb(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

/** Posts 250 MB as fast as the server takes them, and says what came back; it goes on writing when it has a response. */
async function flood(url: string, path: string, framing: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = "";
  socket.on("data", (data) => {
    received += data;
  });
  socket.on("error", () => {});
  const action =
    "next-action: 400000000000000000000000000000000000000000\r\ncontent-type: text/plain";
  socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\n${action}\r\n${framing}\r\n\r\n`);
  const isChunked = framing.startsWith("transfer");
  let writtenBytes = 0;
  const write = () => {
    if (socket.destroyed || writtenBytes > sentBytes) return;
    writtenBytes += block.length;
    if (isChunked) socket.write("10000\r\n");
    socket.write(block);
    if (isChunked) socket.write("\r\n");
    if (socket.writableNeedDrain) socket.once("drain", write);
    else setImmediate(write);
  };
  write();
  // Not `once` of node:events, which rejects for the error that a cut connection ends with.
  await new Promise((resolve) => socket.once("close", resolve));
  const status = Number(received.split(" ")[1]);
  return { status, isClosing: /^connection: close/im.test(received), writtenBytes };
}

test("bodies of 250 MB are answered with 413 wherever they go, cut off early, and never held", async ({
  installation,
}) => {
  const server = await installation.start();
  // So that what Next loads for its first pages does not count.
  for (const path of ["/sign-in", "/pricing"]) await (await fetch(server.url + path)).text();
  const before = rssMb(server.pid);
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, rssMb(server.pid));
  }, 50);
  const paths = [
    "/api/auth/_log",
    "/api/auth/callback/credentials",
    "/language",
    "/",
    "/sign-in",
    "/messages",
    "/nowhere",
  ];
  try {
    for (const framing of ["transfer-encoding: chunked", `content-length: ${sentBytes}`]) {
      for (const path of paths) {
        const floods = Array.from({ length: 6 }, () => flood(server.url, path, framing));
        for (const { status, isClosing, writtenBytes } of await Promise.all(floods)) {
          expect(status, `${path}, ${framing}`).toBe(413);
          expect(isClosing, path).toBe(true);
          expect(writtenBytes, path).toBeLessThan(sentBytes / 2);
        }
      }
    }
  } finally {
    clearInterval(watch);
  }
  // Six bodies would be 1,500 MB.
  expect(peak - before).toBeLessThan(300);
});
