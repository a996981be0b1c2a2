// Webhook receivers in a process of their own. node bench/receiver.mjs HEALTHY DEAD SLOW: how many of each, the slow ones
// answer after a second, the dead ones never. Says their addresses as JSON; answers "read" on its input with what the
// healthy ones got since the last time: { events, p50Ms, p95Ms, p99Ms, seconds }, the lag from an event's time to its arrival.
import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { json } from "node:stream/consumers";
import { percentilesOf } from "./percentiles.mjs";

const slowMs = 1000;
const [healthy, dead, slow] = process.argv.slice(2).map(Number);
const seen = { lagsMs: [], firstMs: 0, lastMs: 0 };

async function listen(answer) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${server.address().port}/hook`;
}

async function take(request, response) {
  const { timestamp } = await json(request);
  const now = Date.now();
  if (seen.lagsMs.length === 0) seen.firstMs = now;
  seen.lastMs = now;
  seen.lagsMs.push(now - Date.parse(timestamp));
  response.end();
}

function takeSlowly(request, response) {
  request.resume();
  setTimeout(() => response.end(), slowMs);
}

const urlsOf = (count, answer) => Promise.all(Array.from({ length: count }, () => listen(answer)));
const urls = {
  healthy: await urlsOf(healthy, take),
  dead: await urlsOf(dead, (request) => request.resume()),
  slow: await urlsOf(slow, takeSlowly),
};
process.stdout.write(`${JSON.stringify(urls)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const said = { events: seen.lagsMs.length, seconds: (seen.lastMs - seen.firstMs) / 1000 };
  if (line === "count") process.stdout.write(`${JSON.stringify(said)}\n`);
  else
    process.stdout.write(
      `${JSON.stringify({ ...said, ...percentilesOf(seen.lagsMs.splice(0)) })}\n`,
    );
}
