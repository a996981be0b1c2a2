// Sends a code to a number. Keep the ID with the sign-in attempt.
const response = await fetch("http://localhost:3000/api/verifications", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    to: "48732129000",
    from: "YourBrand",
    webotp_domain: "example.com",
  }),
  signal: AbortSignal.timeout(30_000),
});
const verification = await response.json();

if (response.ok) {
  console.log(verification.verification_id, verification.status, verification.expires_at);
} else {
  console.error(verification.detail);
  process.exitCode = 1;
}
