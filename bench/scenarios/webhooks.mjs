// Events to 20 endpoints of two accounts, ten each. Healthy ones alone first; then one of them is dead (accepts, never
// answers) and one is slow (a second an answer) while the neighbours get the same events. At a steady rate the neighbours'
// p95 from an event to its arrival counts; with a batch, the events a second that the healthy ones got.
import { askProgram } from "../ask-program.mjs";
import { until, untilDrained } from "../drain.mjs";
import { pause } from "../open-lab.mjs";
import { messagesOf, sendBatch } from "../send-batch.mjs";
import { watchDatabase } from "../watch-database.mjs";
import { watchProcesses } from "../watch-processes.mjs";

export const bars = {
  "events/s, one dead and one slow": { atLeast: 1500 },
  "neighbours' p95, beside / alone": { atMost: 1.1 },
};

const healthy = 18;
const perSecond = 20;

/** Measures deliveries to many endpoints, with and without a dead and a slow one. */
export async function run(lab) {
  const all = await lab.serve("all");
  const accounts = await lab.accounts(2);
  const receiver = askProgram(lab.run(["bench/receiver.mjs", String(healthy), "1", "1"]));
  const urls = await receiver.next();
  const place = async (url, account) =>
    lab.cli(
      "webhook",
      "create",
      "--email",
      account.email,
      "--url",
      url,
      "--events",
      "sms.delivered",
    );
  for (const [number, url] of urls.healthy.entries()) await place(url, accounts[number % 2]);
  const tools = { lab, all, accounts, receiver };
  await steady(tools);
  const alone = await steady(tools);
  const burstAlone = await burst(tools);
  await place(urls.dead[0], accounts[0]);
  await place(urls.slow[0], accounts[1]);
  await steady(tools);
  const beside = await steady(tools);
  const burstBeside = await burst(tools);
  return {
    rows: [
      { name: "18 healthy, steady", ...alone },
      { name: "next to one dead and one slow, steady", ...beside },
      { name: "18 healthy, batch", ...burstAlone },
      { name: "next to one dead and one slow, batch", ...burstBeside },
    ],
    values: {
      "events/s, one dead and one slow": burstBeside.perSecond,
      "neighbours' p95, beside / alone": beside.p95Ms / alone.p95Ms,
    },
  };
}

/** Some messages a second of each account, so that no queue forms. */
async function steady(tools) {
  const { lab, accounts, receiver } = tools;
  const ticks = perSecond * lab.plan.seconds;
  await receiver.ask("read");
  const startedMs = performance.now();
  for (let sent = 0; sent < ticks; sent += 1) {
    await pause(startedMs + (sent * 1000) / perSecond - performance.now());
    await send(tools, accounts[sent % 2], 1);
  }
  await arrived(tools, (ticks * healthy) / 2);
  const { p50Ms, p95Ms, p99Ms } = await receiver.ask("read");
  return { p50Ms, p95Ms, p99Ms };
}

async function burst(tools) {
  const { lab, all, accounts, receiver } = tools;
  const count = lab.plan.isQuick ? 100 : 400 * lab.plan.seconds;
  await untilDrained(lab);
  await receiver.ask("read");
  const counted = await watchDatabase(lab);
  const unwatch = watchProcesses([all.pid, lab.postmasterPid()]);
  for (const account of accounts) await send(tools, account, count);
  await arrived(tools, count * healthy);
  const { events, seconds } = await receiver.ask("read");
  const usage = { ...unwatch(), ...(await counted(events)) };
  return { perSecond: Math.round(events / Math.max(seconds, 0.001)), ...usage };
}

async function send({ all }, { token }, count) {
  await sendBatch({ url: all.url, token, body: JSON.stringify({ messages: messagesOf(count) }) });
}

async function arrived({ receiver }, wanted) {
  await until(
    async () => (await receiver.ask("count")).events >= wanted,
    "the events have arrived",
  );
}
