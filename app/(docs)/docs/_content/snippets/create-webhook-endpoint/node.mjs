// Adds a webhook endpoint and prints its id and secret.
// Takes a token with the scope manage.
const response = await fetch("http://localhost:3000/api/webhook-endpoints", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    url: "https://example.com/hooks/sms",
    events: ["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"],
  }),
  signal: AbortSignal.timeout(30_000),
});
const endpoint = await response.json();

if (response.ok) {
  console.log(endpoint.id, endpoint.secret);
} else {
  // 422: the URL is invalid. 409: the account has ten endpoints already.
  console.error(endpoint.detail);
  process.exitCode = 1;
}
