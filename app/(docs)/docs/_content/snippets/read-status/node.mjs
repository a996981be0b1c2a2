// Prints the status of a message and each step that led to it.
const response = await fetch("http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA", {
  headers: { Authorization: `Bearer ${process.env.ACTIO_TOKEN}` },
  signal: AbortSignal.timeout(30_000),
});
const message = await response.json();

if (response.ok) {
  console.log(message.message_id, message.status);
  for (const event of message.events) console.log(event.at, event.type);
} else {
  console.error(message.detail);
  process.exitCode = 1;
}
