// Load from a process of its own: raw sockets, one request at a time each, so that the client costs little.
// node bench/load.mjs JOB  → one line of JSON. The job is described in measure-load.mjs, which starts this.
import { connect } from "node:net";
import { decodeBraces } from "./measure-load.mjs";
import { percentilesOf } from "./percentiles.mjs";

const job = JSON.parse(process.argv[2]);
const { hostname, port, pathname, search } = new URL(job.url);
const path = decodeBraces(pathname + search);
const tokens = job.tokens ?? [];
const endAt = Date.now() + job.seconds * 1000;
const latencies = [];
const sequence = { n: job.first, failed: 0 };

function nextRequest() {
  sequence.n += 1;
  const { n } = sequence;
  const fill = (text) =>
    text.replace("{n}", String(n)).replace("{d}", String(n % 10_000).padStart(4, "0"));
  const body = fill(job.body ?? "");
  const token = tokens.length > 0 ? `Authorization: Bearer ${tokens[n % tokens.length]}\r\n` : "";
  const headers = Object.entries(job.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = job.method === "GET" ? "" : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return `${job.method} ${fill(path)} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${token}${headers.join("")}${length}\r\n${body}`;
}

function run() {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let buffered = "";
    let askedAt = 0;
    const ask = () => {
      const request = nextRequest();
      askedAt = performance.now();
      socket.write(request);
    };
    socket.setEncoding("latin1");
    socket.on("connect", ask);
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      buffered += chunk;
      const head = buffered.indexOf("\r\n\r\n");
      if (head < 0 || !isWhole(buffered, head)) return;
      latencies.push(performance.now() - askedAt);
      if (buffered[9] !== "2") sequence.failed += 1;
      buffered = "";
      if (Date.now() < endAt) return ask();
      socket.end();
      resolve();
    });
  });
}

function isWhole(text, head) {
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
  return length ? text.length >= head + 4 + Number(length) : text.endsWith("0\r\n\r\n");
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: job.connections }, run));
const tookS = (performance.now() - startedAt) / 1000;
const result = {
  perSecond: Math.round(latencies.length / tookS),
  ...percentilesOf(latencies),
  responses: latencies.length,
  failed: sequence.failed,
};
process.stdout.write(JSON.stringify(result));
