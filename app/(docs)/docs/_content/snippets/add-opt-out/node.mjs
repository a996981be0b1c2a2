// Adds an opt-out: the number gets no more messages of any sender.
// Takes a token with the scope manage.
const response = await fetch("http://localhost:3000/api/opt-outs", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ number: "48732129000", reason: "Asked by phone" }),
  signal: AbortSignal.timeout(30_000),
});
const optOut = await response.json();

if (response.ok) {
  console.log(optOut.number, optOut.created_at);
} else {
  console.error(optOut.detail);
  process.exitCode = 1;
}
