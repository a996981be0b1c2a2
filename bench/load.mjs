// Load from a process of its own: raw sockets, one request at a time each, so that the client costs little.
// node bench/load.mjs URL CONNECTIONS SECONDS [TOKEN…]  → one line of JSON.
import { connect } from "node:net";

const [, , url, connections, seconds, ...tokens] = process.argv;
const { hostname, port, pathname } = new URL(url);
const endAt = Date.now() + Number(seconds) * 1000;
const latencies = [];
const statuses = {};

function requestOf(place) {
  const body = JSON.stringify({
    from: "Bench",
    to: "48732129000",
    body: "Your login code: 482910",
  });
  const token =
    tokens.length > 0 ? `Authorization: Bearer ${tokens[place % tokens.length]}\r\n` : "";
  return (
    `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${token}` +
    `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  );
}

function run(place) {
  const request = requestOf(place);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let buffered = "";
    let askedAt = 0;
    const ask = () => {
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
      const status = buffered.slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
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
await Promise.all(Array.from({ length: Number(connections) }, (_, place) => run(place)));
const tookS = (performance.now() - startedAt) / 1000;
latencies.sort((a, b) => a - b);
const at = (share) => Math.round((latencies[Math.floor(latencies.length * share)] ?? 0) * 10) / 10;
const perSecond = Math.round(latencies.length / tookS);
process.stdout.write(JSON.stringify({ perSecond, p50Ms: at(0.5), p99Ms: at(0.99), statuses }));
