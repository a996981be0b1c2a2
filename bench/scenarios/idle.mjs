// What an installation that does nothing needs: memory of all its processes with PostgreSQL, where a page that several share
// counts once, after its start and after it has had a million messages and shown them; and how long the next start takes.
import { fillLog } from "../fill-log.mjs";
import { pause } from "../open-lab.mjs";
import { memoryMbOf, rssMbOf } from "../watch-processes.mjs";

export const bars = {
  "memory after start, MB": { atMost: 350 },
  "memory after 1 M messages, MB": { atMost: 600 },
  "next start, s": { atMost: 3 },
};

const manyMessages = 1_000_000;
const quickMessages = 10_000;
const settleMs = 5000;
const reads = 200;

/** Measures memory at rest and the time of a start. */
export async function run(lab) {
  const first = await lab.serve("all");
  const [account] = await lab.accounts(1, { sessions: 1 });
  const empty = await atRest(lab, first, "after the first start");
  const messages = lab.plan.isQuick ? quickMessages : manyMessages;
  await fillLog(lab, account.id, messages);
  await readMuch(first, account);
  const full = await atRest(lab, first, `after ${messages} messages, read`);
  await lab.letGo();
  await first.stop();
  const next = await lab.serve("all");
  const again = await atRest(lab, next, "after the next start");
  const nextStartS = next.readyMs / 1000;
  return {
    rows: [empty, full, { ...again, "ready after s": nextStartS }],
    values: {
      "memory after start, MB": Math.max(empty.memoryMb, again.memoryMb),
      "memory after 1 M messages, MB": full.memoryMb,
      "next start, s": nextStartS,
    },
    ...(lab.plan.isQuick && {
      skipped: { "memory after 1 M messages, MB": `--quick has ${quickMessages} messages` },
    }),
  };
}

async function atRest(lab, server, name) {
  await pause(settleMs);
  const pids = [server.pid, lab.postmasterPid()];
  return { name, memoryMb: memoryMbOf(pids), rssMb: rssMbOf([server.pid]) };
}

/** The screens of the log as somebody opens them, and the API's list. */
async function readMuch({ url }, { token, cookies: [cookie] }) {
  for (let read = 0; read < reads; read += 1) {
    const asked = [
      [`${url}/api/sms?limit=100`, { authorization: `Bearer ${token}` }],
      [`${url}/api/panel/messages?q=code`, { cookie }],
      [`${url}/overview`, { cookie }],
    ][read % 3];
    const response = await fetch(asked[0], { headers: asked[1] });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${asked[0]} got ${response.status}`);
  }
}
