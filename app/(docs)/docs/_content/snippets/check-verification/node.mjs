// Checks the code that a person entered. Only "approved" proves the number.
const id = "ver_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
const response = await fetch(`http://localhost:3000/api/verifications/${id}/check`, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ code: "123456" }),
  signal: AbortSignal.timeout(30_000),
});
const check = await response.json();

if (response.ok) {
  console.log(check.status);
} else {
  console.error(check.detail);
  process.exitCode = 1;
}
