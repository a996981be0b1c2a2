// Sends one SMS an hour from now and prints its id, status and time.
async function send(message) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch("http://localhost:3000/api/sms", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(30_000),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    // 401, 402 and 422 say in `detail` what to correct.
    if (response.status !== 429 || attempt === 3) throw new Error(answer.detail);
    const seconds = Number(response.headers.get("Retry-After") ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

try {
  const message = await send({
    from: "YourBrand",
    to: "48732129000",
    body: "Your appointment is tomorrow at 9:00.",
    scheduled_at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  console.log(message.message_id, message.status, message.scheduled_at);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
