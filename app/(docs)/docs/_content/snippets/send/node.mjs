// Sends one SMS and prints its id and status.
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
    if (response.status !== 429 || attempt === 3) throw new Error(explain(answer));
    await pause(Number(response.headers.get("Retry-After") ?? 1));
  }
}

function explain(problem) {
  switch (problem.status) {
    case 401:
      return "The token is not valid: check ACTIO_TOKEN.";
    case 402:
      return `This needs ${problem.required} credits, you have ${problem.available}: ${problem.topup_url}`;
    case 422:
      return `Fix these fields: ${JSON.stringify(problem.errors ?? problem.detail)}`;
    case 429:
      return "Still over the rate limit: retry later.";
    default:
      return `${problem.detail} (${problem.request_id})`;
  }
}

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

try {
  const message = await send({
    from: "YourBrand",
    to: "48732129000",
    body: "Your login code: 482910",
  });
  console.log(message.message_id, message.status);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
