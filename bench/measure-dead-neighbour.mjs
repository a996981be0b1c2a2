// How long events take to a healthy endpoint, alone and beside one that accepts connections and never answers.

import { once } from "node:events";
import { createServer } from "node:http";

const perSecond = 50;
const silent = (_request, _response) => {};

/**
 * Sends at a steady rate in three phases: alone, beside the dead endpoint, alone again. Resolves to the p95 from
 * an event's being recorded to its arrival, in ms. `addEndpoint(url)` makes an endpoint and resolves to a
 * function that switches it off.
 */
export async function measureDeadNeighbour({ url, token, addEndpoint, seconds }) {
  const lags = [];
  const healthy = await listen((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const { timestamp } = JSON.parse(Buffer.concat(chunks).toString());
      lags.push(Date.now() - Date.parse(timestamp));
      response.end();
    });
  });
  const dead = await listen(silent);
  const phase = async () => {
    lags.length = 0;
    const count = perSecond * seconds;
    await sendSteadily(url, token, count);
    while (lags.length < count) await pause(50);
    return lags.toSorted((a, b) => a - b)[Math.floor(count * 0.95)];
  };
  await addEndpoint(healthy.url);
  await phase();
  const before = await phase();
  const switchOff = await addEndpoint(dead.url);
  const beside = await phase();
  await switchOff();
  const after = await phase();
  healthy.close();
  dead.close();
  return { aloneMs: [before, after], besideMs: beside };
}

async function sendSteadily(url, token, count) {
  const answers = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < count; sent += 1) {
    await pause(startedAt + (sent * 1000) / perSecond - performance.now());
    answers.push(send(url, token));
  }
  await Promise.all(answers);
}

async function send(url, token) {
  const response = await fetch(`${url}/api/sms`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ from: "Bench", to: "48732129000", body: "Your login code: 482910" }),
  });
  if (response.status !== 200) throw new Error(`a message got ${response.status}`);
  await response.arrayBuffer();
}

async function listen(answer) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/hook`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
