// Sends several messages in one call and shows which of them were rejected, and why.
import { randomUUID } from "node:crypto";

async function sendBatch(messages) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch("http://localhost:3000/api/sms/batch", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ messages }),
      signal: AbortSignal.timeout(60_000),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    // 401, 402 and 422 concern the whole call and say in `detail` what to correct.
    if (response.status !== 429 || attempt === 3) throw new Error(answer.detail);
    const seconds = Number(response.headers.get("Retry-After") ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

const recipients = ["48732129000", "48732129001", "12"];

try {
  const { accepted, rejected, data } = await sendBatch(
    // Store the keys with your messages. Then you can send the same batch again without sending twice.
    recipients.map((to) => ({
      from: "YourBrand",
      to,
      body: "We open at 9:00 tomorrow.",
      idempotency_key: randomUUID(),
    })),
  );
  console.log(`${accepted} accepted, ${rejected} rejected`);
  for (const { index, message_id, code, detail } of data) {
    console.log(recipients[index], message_id ?? `${code}: ${detail}`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
