// Single sends at a steady rate, whether the ones before have their responses or not.
import { pause } from "./open-lab.mjs";

/** Sends so many messages. Resolves to the times of their responses in ms; rejects when one isn't accepted. */
export async function sendSteadily({ url, token, perSecond, count }) {
  const startedAt = performance.now();
  const times = [];
  for (let sent = 0; sent < count; sent += 1) {
    await pause(startedAt + (sent * 1000) / perSecond - performance.now());
    times.push(timeSend(url, token));
  }
  return Promise.all(times);
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
