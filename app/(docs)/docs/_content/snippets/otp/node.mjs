// Sends a login code that is good for ten minutes.
import { createHmac, randomBytes, randomInt, randomUUID } from "node:crypto";

async function sendCode(to) {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const idempotencyKey = randomUUID();
  for (let attempt = 1; ; attempt++) {
    const response = await fetch("http://localhost:3000/api/sms", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
        "Content-Type": "application/json",
        "Idempotency-Key": idempotencyKey,
      },
      body: JSON.stringify({
        from: "YourBrand",
        to,
        body: `Your login code: ${code}`,
        // A code that comes after it has run out only confuses.
        validity: 600,
      }),
      signal: AbortSignal.timeout(30_000),
    });
    const answer = await response.json();
    if (response.ok) return { code, message: answer };
    // 401, 402 and 422 say in `detail` what to correct.
    const isWorthRetrying = response.status === 429 || response.status >= 500;
    if (!isWorthRetrying || attempt === 3) throw new Error(answer.detail);
    const seconds = Number(response.headers.get("Retry-After") ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

try {
  const { code, message } = await sendCode("48732129000");
  // Store these with the login attempt; never the code itself.
  const key = randomBytes(32);
  const stored = {
    key: key.toString("hex"),
    hash: createHmac("sha256", key).update(code).digest("hex"),
    expiresAt: Date.now() + 600_000,
    triesLeft: 5,
  };
  console.log(message.message_id, message.status, Object.keys(stored).join(" "));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
