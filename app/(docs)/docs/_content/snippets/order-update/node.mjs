// Tells a customer that an order is on its way, once.
import { randomUUID } from "node:crypto";

const order = {
  number: 1042,
  phone: "48732129000",
  // Made and stored together with the change of the order's state, so that a second run sends nothing.
  smsKey: process.env.SMS_KEY ?? randomUUID(),
};

async function notify({ number, phone, smsKey }) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch("http://localhost:3000/api/sms", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({
        from: "YourBrand",
        to: phone,
        body: `Order ${number} is on its way. Delivery: tomorrow, 9:00-12:00.`,
        client_ref: `order-${number}`,
        idempotency_key: smsKey,
        validity: 43_200,
      }),
      signal: AbortSignal.timeout(10_000),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    // 401, 402 and 422 say in `detail` what to correct.
    const isWorthRetrying = response.status === 429 || response.status >= 500;
    if (!isWorthRetrying || attempt === 3) throw new Error(answer.detail);
    const seconds = Number(response.headers.get("Retry-After") ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

try {
  const message = await notify(order);
  console.log(message.message_id, message.status, message.client_ref);
} catch (error) {
  // The key is stored: any process can run notify() for this order again later.
  console.error(error.message);
  process.exitCode = 1;
}
