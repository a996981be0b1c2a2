// One account that asks for too much, from a process of its own, until it is told to stop.
// node bench/noise.mjs streams|exports|batches URL COOKIE LIVE_TOKEN TEST_TOKEN  → one line of JSON: answers by status.
import { connect } from "node:net";

const [, , kind, base, cookie, liveToken, testToken] = process.argv;
const { hostname, port } = new URL(base);
const statuses = {};
const sockets = new Set();
let isOver = false;

process.on("SIGTERM", () => {
  isOver = true;
  for (const socket of sockets) socket.destroy();
  process.stdout.write(JSON.stringify(statuses), () => process.exit(0));
});

const count = (status) => {
  statuses[status] = (statuses[status] ?? 0) + 1;
};

/** Asks for something as a signed-in browser; `goOn` says whether the answer is read. */
function open(path, goOn) {
  const socket = connect({ host: hostname, port: Number(port) });
  sockets.add(socket);
  socket.on("error", () => {});
  socket.on("close", () => sockets.delete(socket));
  socket.once("data", (chunk) => {
    count(String(chunk).slice(9, 12));
    if (goOn) socket.resume();
    else socket.pause();
  });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookie}\r\n\r\n`);
}

async function sendBatch(token, length) {
  const message = { from: "Noise", to: "48732129000", body: "A batch as long as it may be" };
  const response = await fetch(`${base}/api/sms/batch`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ messages: Array(length).fill(message) }),
  });
  count(response.status);
  await response.arrayBuffer();
}

async function repeat(work) {
  while (!isOver) await work().catch(() => new Promise((resolve) => setTimeout(resolve, 100)));
}

const kinds = {
  streams() {
    for (let opened = 0; opened < 2000; opened += 1) open("/api/panel/stream", true);
    void repeat(() => sendBatch(liveToken, 2000));
  },
  exports() {
    for (let opened = 0; opened < 60; opened += 1) open("/api/panel/messages.ndjson", false);
  },
  batches() {
    for (let loop = 0; loop < 4; loop += 1) void repeat(() => sendBatch(testToken, 10_000));
  },
};

kinds[kind]();
setInterval(() => {}, 1000);
