// How long another account's sends take, alone and beside one account that asks for too much.
import { spawn } from "node:child_process";

const perSecond = 20;
/** What the noise gets to start, before anything is measured beside it. */
const headStartMs = 1000;

/**
 * Sends at a steady rate: alone, beside each kind of noise, and alone again after it. Resolves to the p95 of an
 * answer's time in ms of each phase, and what the noise was answered.
 */
export async function measureNoisyNeighbour({ url, token, noisy, seconds }) {
  const phase = () => p95Of(url, token, perSecond * seconds);
  await phase();
  const results = [];
  for (const kind of ["streams", "exports", "batches"]) {
    const before = await phase();
    const stop = startNoise(kind, url, noisy);
    await pause(headStartMs);
    const besideMs = await phase();
    const statuses = await stop();
    await pause(headStartMs);
    results.push({ kind, aloneMs: [before, await phase()], besideMs, statuses });
  }
  return results;
}

function startNoise(kind, url, { cookie, token, testToken }) {
  const words = ["bench/noise.mjs", kind, url, cookie, token, testToken];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  return () =>
    new Promise((resolve) => {
      child.once("close", () => resolve(said));
      child.kill("SIGTERM");
    });
}

async function p95Of(url, token, count) {
  const startedAt = performance.now();
  const answers = [];
  for (let sent = 0; sent < count; sent += 1) {
    await pause(startedAt + (sent * 1000) / perSecond - performance.now());
    answers.push(timeSend(url, token));
  }
  const times = (await Promise.all(answers)).toSorted((a, b) => a - b);
  return Math.round(times[Math.floor(count * 0.95)] * 10) / 10;
}

async function timeSend(url, token) {
  const askedAt = performance.now();
  const response = await fetch(`${url}/api/sms`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ from: "Bench", to: "48732129000", body: "Your login code: 482910" }),
  });
  if (response.status !== 200) throw new Error(`a message got ${response.status}`);
  await response.arrayBuffer();
  return performance.now() - askedAt;
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
