// The whole way of single sends from 64 connections: accepted, handed to the simulator, its receipt, delivered. The clock
// runs from the first request until the last message has ended, the simulator's second included. Once without webhooks,
// once with each message's event delivered to a receiver on this machine; beside the same sends accepted only.
import { askProgram } from "../ask-program.mjs";
import { alternate, measureSends, ratioOf, warmUp, withRatios } from "../contest.mjs";
import { until, untilDrained } from "../drain.mjs";
import { measureLoad, sendOf } from "../measure-load.mjs";
import { watchDatabase } from "../watch-database.mjs";
import { watchProcesses } from "../watch-processes.mjs";

export const bars = {
  "to delivered / accepted": { atLeast: 0.4 },
  "to delivered with webhooks / accepted": { atLeast: 0.25 },
};

/** Measures the way to delivered, without and with webhooks. */
export async function run(lab) {
  const web = await lab.serve("web");
  const [plain, hooked] = await lab.accounts(2);
  const request = sendOf(web.url, plain.token);
  await warmUp(lab, request);
  const alone = { name: "accepted", measure: () => measureSends(lab, [web], request) };
  const accepted = await alternate([alone], lab.plan.rounds);
  await lab.letGo();
  await web.stop();

  const all = await lab.serve("all");
  const receiver = askProgram(lab.run(["bench/receiver.mjs", "1", "0", "0"]));
  const { healthy } = await receiver.next();
  await lab.cli(
    "webhook",
    "create",
    "--email",
    hooked.email,
    "--url",
    healthy[0],
    "--events",
    "sms.delivered",
  );
  await untilDrained(lab);
  const plainEnd = () => untilDrained(lab);
  const hookedEnd = (messages) =>
    until(async () => (await receiver.ask("count")).events >= messages, "every event has arrived");
  const contestants = [
    {
      name: "to delivered",
      measure: () => measureWay(lab, all, { token: plain.token, untilEnd: plainEnd }),
    },
    {
      name: "to delivered with webhooks",
      async measure() {
        await receiver.ask("read");
        return measureWay(lab, all, { token: hooked.token, untilEnd: hookedEnd });
      },
    },
  ];
  const delivered = await alternate(contestants, lab.plan.rounds);
  const rows = [...accepted.rows, ...delivered.rows];
  return {
    rows: withRatios(rows, "accepted"),
    values: {
      "to delivered / accepted": ratioOf(rows, "to delivered", "accepted"),
      "to delivered with webhooks / accepted": ratioOf(
        rows,
        "to delivered with webhooks",
        "accepted",
      ),
    },
    failed: accepted.failed + delivered.failed,
  };
}

/** Messages per second from the first request to the end of the last one; the latencies are those of the requests. */
async function measureWay(lab, all, { token, untilEnd }) {
  const counted = await watchDatabase(lab);
  const unwatch = watchProcesses([all.pid, lab.postmasterPid()]);
  const startedMs = performance.now();
  // Long enough that the simulator's second at the end weighs little.
  const seconds = lab.plan.seconds * 3;
  const load = await measureLoad(sendOf(all.url, token), { seconds, folder: lab.folder });
  await untilEnd(load.responses);
  const perSecond = Math.round((load.responses * 1000) / (performance.now() - startedMs));
  return { ...load, perSecond, ...unwatch(), ...(await counted(load.responses)) };
}
