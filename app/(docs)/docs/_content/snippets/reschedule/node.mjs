// Reschedules a message to two hours from now.
const response = await fetch("http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA", {
  method: "PATCH",
  headers: {
    Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ scheduled_at: new Date(Date.now() + 7_200_000).toISOString() }),
  signal: AbortSignal.timeout(30_000),
});
const message = await response.json();

if (response.ok) {
  console.log(message.message_id, message.status, message.scheduled_at);
} else {
  // 409: it was sent and can't be rescheduled.
  console.error(message.detail);
  process.exitCode = 1;
}
