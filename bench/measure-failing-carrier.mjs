// How many messages a second reach a carrier, well and while one request in ten fails.

import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { pause } from "./open-lab.mjs";

/** Messages per second of the run's length: more than a carrier here takes. */
const perSecond = 2000;
const aheadMs = 9000;
const faults = [503, 500, "reset", "cut"];

/** An upstream that takes each key once; with `fails` set, every tenth request meets the next of the faults. */
export async function startCarrier() {
  const carrier = { fails: false, requests: 0, taken: new Map() };
  const server = createServer(async (request, response) => {
    const { idempotency_key: key } = await json(request);
    carrier.requests += 1;
    const isTenth = carrier.fails && carrier.requests % 10 === 0;
    const fault = isTenth ? faults[(carrier.requests / 10) % faults.length] : undefined;
    if (fault === undefined || fault === "cut") take(carrier, key);
    if (fault === "reset") request.socket.resetAndDestroy();
    else if (fault === "cut") request.socket.destroy();
    else respond(response, fault ?? 200, { message_id: key });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(carrier, {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}

function take({ taken }, key) {
  if (!taken.has(key)) taken.set(key, performance.now());
}

function respond(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/**
 * Sends the same number of messages in seven phases: to a carrier that is well and to a failing one in turn, so that
 * a machine which slows down meanwhile does so for both. Resolves to each phase's messages per second until 95 % have
 * arrived, and to the time until the last one has: a message that met a fault waits for its retry, the others do not.
 */
export async function measureFailingCarrier({ url, tokens, carrier, seconds }) {
  const phase = async (fails) => {
    carrier.fails = fails;
    const count = perSecond * seconds;
    const share = Math.ceil(count / tokens.length);
    const dueMs = Date.now() + aheadMs;
    await Promise.all(tokens.map((token) => schedule({ url, token, count: share, dueMs })));
    await pause(dueMs - Date.now() - 200);
    // Until now the last repeats of the phase before may have arrived.
    carrier.taken.clear();
    const total = share * tokens.length;
    while (carrier.taken.size < total) await pause(20);
    const times = [...carrier.taken.values()].sort((one, other) => one - other);
    const most = Math.floor(total * 0.95);
    const [first, last] = [times[0], times[total - 1]];
    return {
      perSecond: Math.round((most * 1000) / (times[most] - first)),
      lastAfterMs: Math.round(last - first),
    };
  };
  await phase(false);
  const well = [await phase(false)];
  const failing = [];
  for (let round = 0; round < 3; round += 1) {
    failing.push(await phase(true));
    well.push(await phase(false));
  }
  return { well, failing };
}

/** All due at the same moment, so that their admission is over before the first one is sent. */
async function schedule({ url, token, count, dueMs }) {
  const at = new Date(dueMs).toISOString();
  const message = { from: "Bench", to: "48732129000", body: "Your login code: 482910" };
  const messages = Array.from({ length: count }, () => ({ ...message, scheduled_at: at }));
  const response = await fetch(`${url}/api/sms/batch`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ messages }),
  });
  const { accepted } = await response.json();
  if (accepted !== count) throw new Error(`${accepted} of ${count} messages were accepted`);
}
