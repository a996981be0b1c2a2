// How long events take to a healthy endpoint, alone and beside one that accepts connections and never answers.

import { once } from "node:events";
import { createServer } from "node:http";
import { pause } from "./open-lab.mjs";
import { sendSteadily } from "./send-steadily.mjs";

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
    await sendSteadily({ url, token, perSecond, count });
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
