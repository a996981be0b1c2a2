// Sends at a steady rate and watches live streams, in a process of its own. Its first line of input is its job, a JSON of
// { url, streams: [{ cookie, token }], sends: [token], to }. It says {} when all streams are ready; then answers each line
// "SENDS_PER_SECOND SECONDS" with what came of that phase: percentiles of the `answers` to sends, of sends `delivered` on a
// stream, and of the `lags` from a message's end to each stream that is told of it; `missing` counts sends that no stream
// said were delivered, `refetches` how often a stream said to look again, which this does as a screen would.
import { Agent, request } from "node:http";
import { createInterface } from "node:readline";
import { pause } from "./open-lab.mjs";
import { percentilesOf } from "./percentiles.mjs";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { url, streams, sends, to } = JSON.parse((await lines.next()).value);
const tailMs = 15_000;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const seen = {
  answersMs: [],
  deliveredMs: [],
  lagsMs: [],
  sentAt: new Map(),
  early: new Set(),
  refetches: 0,
};

function openStream({ cookie, token }) {
  return new Promise((resolve, reject) => {
    const options = { headers: { cookie }, agent: false };
    const asked = request(`${url}/api/panel/stream`, options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`a stream got ${response.statusCode}`));
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        const frames = (text + chunk).split("\n\n");
        text = frames.pop();
        for (const frame of frames) take(frame);
      });
      response.on("end", () => reject(new Error("a stream ended")));
    });
    const take = (frame) => {
      if (frame.startsWith("event: ready")) resolve();
      else if (frame.startsWith("event: refetch")) void lookAgain(token);
      else read(frame);
    };
    asked.on("error", reject);
    asked.end();
  });
}

function read(frame) {
  const data = /^data: (.*)$/m.exec(frame)?.[1];
  if (!data || !frame.includes('"ended_at"')) return;
  const now = Date.now();
  for (const message of JSON.parse(data).messages ?? []) {
    if (message.status !== "delivered") continue;
    seen.lagsMs.push(now - Date.parse(message.ended_at));
    recordDelivered(message.message_id);
  }
}

async function lookAgain(token) {
  seen.refetches += 1;
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/sms?status=delivered&limit=1000`, { headers });
  for (const { message_id: id } of (await response.json()).data ?? []) recordDelivered(id);
}

/** A stream may be told before the send is answered, and several are told of each message. */
function recordDelivered(id) {
  const sentAt = seen.sentAt.get(id);
  if (sentAt === undefined) seen.early.add(id);
  else if (seen.sentAt.delete(id)) seen.deliveredMs.push(performance.now() - sentAt);
}

function send(token, n) {
  const body = JSON.stringify({ from: "Bench", to, body: `Your login code: ${n}` });
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  };
  const askedAt = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/sms`, { method: "POST", headers, agent }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => {
        if (response.statusCode !== 200)
          return reject(new Error(`a send got ${response.statusCode}`));
        const now = performance.now();
        seen.answersMs.push(now - askedAt);
        const { message_id: id } = JSON.parse(text);
        if (seen.early.delete(id)) seen.deliveredMs.push(now - askedAt);
        else seen.sentAt.set(id, askedAt);
        resolve();
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

async function phase(perSecond, seconds) {
  seen.sentAt.clear();
  seen.early.clear();
  seen.refetches = 0;
  for (const times of [seen.answersMs, seen.deliveredMs, seen.lagsMs]) times.length = 0;
  const startedAt = performance.now();
  const answers = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    await pause(startedAt + (sent * 1000) / perSecond - performance.now());
    answers.push(send(sends[sent % sends.length], 100_000_000 + sent));
  }
  await Promise.all(answers);
  const untilMs = performance.now() + tailMs;
  while (seen.sentAt.size > 0 && performance.now() < untilMs) await pause(50);
  return {
    answers: percentilesOf(seen.answersMs),
    delivered: percentilesOf(seen.deliveredMs),
    lags: percentilesOf(seen.lagsMs),
    told: seen.lagsMs.length,
    missing: seen.sentAt.size,
    refetches: seen.refetches,
  };
}

await Promise.all(streams.map(openStream));
process.stdout.write("{}\n");
for await (const line of lines) {
  const [perSecond, seconds] = line.split(" ").map(Number);
  process.stdout.write(`${JSON.stringify(await phase(perSecond, seconds))}\n`);
}
