// A campaign from the upload of its file to the last receipt, and single sends of another account meanwhile.
// node bench/measure-campaign.mjs URL TOKEN OTHER_TOKEN [ROWS] [PID of the server]  → one line of JSON.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { pause } from "./open-lab.mjs";

const lookMs = 200;
const singleSends = 200;
const singlesPerSecond = 20;
const maxMs = 3_600_000;

/**
 * Uploads `rows` people as CSV, waits for the check, starts, and waits until the last message is delivered. Resolves to
 * the seconds of each part, messages per second, the p95 until a single send is sent, and the server's peak RSS.
 */
export async function measureCampaign({ url, token, otherToken, rows = 100_000, pid }) {
  const ask = asker(url, token);
  const text = { from: "Bench", body: "Hi {{first_name|there}}, our sale ends on Sunday." };
  const draft = await ask("POST", "/api/campaigns", { name: "Bench", ...text, start: false });
  const path = `/api/campaigns/${draft.campaign_id}`;
  const peak = watchRss(pid);
  const times = stopwatch();
  await ask("POST", `${path}/recipients?file_name=bench.csv`, csvOf(rows));
  times.lap("upload");
  await until(async () => (await ask("GET", path)).is_checked);
  times.lap("check");
  await ask("POST", `${path}/start`);
  times.lap("start");
  const singles = measureSingles(asker(url, otherToken));
  const ended = await until(async () => {
    const campaign = await ask("GET", path);
    return campaign.status === "finished" && campaign;
  });
  times.lap("send");
  const { delivered = 0 } = ended.progress.statuses;
  return {
    rows,
    delivered,
    seconds: times.laps,
    perSecond: Math.round(delivered / times.laps.send),
    peakRssMb: peak(),
    singlesUntilSentP95Ms: await singles,
  };
}

function asker(url, token) {
  return async (method, path, body) => {
    // A text is a file.
    const type = typeof body === "string" ? "text/csv" : "application/json";
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { "content-type": type }) },
      ...(body && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer.detail}`);
    return answer;
  };
}

function csvOf(rows) {
  const lines = ["Phone,First name,City"];
  const names = ["Ada", "Jan", "", "Ola", "Zoë"];
  for (let place = 0; place < rows; place += 1) {
    lines.push(`48${501_000_000 + place},${names[place % names.length]},Gdynia`);
  }
  return `${lines.join("\n")}\n`;
}

async function measureSingles(ask) {
  const startedAt = performance.now();
  const all = [];
  for (let sent = 0; sent < singleSends; sent += 1) {
    await pause(startedAt + (sent * 1000) / singlesPerSecond - performance.now());
    all.push(timeSend(ask));
  }
  const times = (await Promise.all(all)).toSorted((one, other) => one - other);
  return Math.round(times[Math.floor(singleSends * 0.95)]);
}

/** From the request until a carrier has it, by the times that the server wrote. */
async function timeSend(ask) {
  const message = { from: "Bench", to: "48732129000", body: "Your login code: 482910" };
  const { message_id } = await ask("POST", "/api/sms", message);
  const found = await until(async () => {
    const view = await ask("GET", `/api/sms/${message_id}`);
    return view.sent_at !== null && view;
  });
  return Date.parse(found.sent_at) - Date.parse(found.created_at);
}

async function until(look) {
  const endAt = Date.now() + maxMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > endAt) throw new Error("The benchmark took too long.");
    await pause(lookMs);
  }
}

function stopwatch() {
  const laps = {};
  let at = performance.now();
  const lap = (name) => {
    const now = performance.now();
    laps[name] = Math.round((now - at) / 10) / 100;
    at = now;
  };
  return { laps, lap };
}

/** The most memory that a process had from now on, in MB; null where Linux doesn't say. */
function watchRss(pid) {
  if (!pid) return () => null;
  let most = 0;
  const look = () => {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0));
  };
  look();
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    return Math.round(most / 1024);
  };
}

const [, program, url, token, otherToken, rows, pid] = process.argv;
if (program && import.meta.url === pathToFileURL(program).href) {
  const asked = { url, token, otherToken, rows: Number(rows ?? 100_000), pid };
  process.stdout.write(`${JSON.stringify(await measureCampaign(asked))}\n`);
}
