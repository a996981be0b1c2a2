// Cancels a scheduled message and refunds its credits.
const response = await fetch("http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA", {
  method: "DELETE",
  headers: { Authorization: `Bearer ${process.env.ACTIO_TOKEN}` },
  signal: AbortSignal.timeout(30_000),
});
const message = await response.json();

if (response.ok) {
  console.log(message.message_id, message.status);
} else {
  // 409: it has left and cannot be called back.
  console.error(message.detail);
  process.exitCode = 1;
}
