// Prints the newest 20 messages from phones.
const response = await fetch("http://localhost:3000/api/inbound?limit=20", {
  headers: { Authorization: `Bearer ${process.env.ACTIO_TOKEN}` },
  signal: AbortSignal.timeout(30_000),
});
const page = await response.json();

if (response.ok) {
  for (const message of page.data) console.log(message.message_id, message.from, message.body);
} else {
  console.error(page.detail);
  process.exitCode = 1;
}
