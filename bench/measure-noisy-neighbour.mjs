// How long another account's sends take, alone and beside one account that asks for too much.
import { spawn } from "node:child_process";
import { pause } from "./open-lab.mjs";
import { percentilesOf } from "./percentiles.mjs";
import { sendSteadily } from "./send-steadily.mjs";

const perSecond = 20;
/** What the noise gets to start, before anything is measured beside it. */
const headStartMs = 1000;

/**
 * Sends at a steady rate: alone, beside each kind of noise, and alone again after it. Resolves to the p95 of an
 * answer's time in ms of each phase, and what the noise was answered.
 */
export async function measureNoisyNeighbour({ url, token, noisy, seconds }) {
  const phase = async () => {
    const times = await sendSteadily({ url, token, perSecond, count: perSecond * seconds });
    return percentilesOf(times).p95Ms;
  };
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
