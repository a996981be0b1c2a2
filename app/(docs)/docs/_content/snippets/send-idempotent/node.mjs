// Sends one SMS exactly once, however often the network fails in between.
import { randomUUID } from "node:crypto";

async function sendOnce(message) {
  // One key for all attempts. Store it with the order, so that it survives a crash.
  const idempotencyKey = randomUUID();
  for (let attempt = 1; ; attempt++) {
    const response = await post(message, idempotencyKey);
    if (response?.ok) return await response.json();
    const isWorthRetrying =
      !response || [409, 429].includes(response.status) || response.status >= 500;
    if (!isWorthRetrying || attempt === 6) {
      // 401, 402 and 422 say in `detail` what to correct.
      throw new Error(response ? (await response.json()).detail : "The server cannot be reached.");
    }
    const seconds = Number(response?.headers.get("Retry-After") ?? 2 ** (attempt - 1));
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/** The response, or undefined when none came: then nobody knows yet whether it was sent. */
async function post(message, idempotencyKey) {
  try {
    return await fetch("http://localhost:3000/api/sms", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
        "Content-Type": "application/json",
        "Idempotency-Key": idempotencyKey,
      },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(10_000),
    });
  } catch {
    return undefined;
  }
}

try {
  const message = await sendOnce({
    from: "YourBrand",
    to: "48732129000",
    body: "Your parcel is on its way.",
  });
  console.log(message.message_id, message.status);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
