const response = await fetch("http://localhost:3000/api/sms", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    from: "YourBrand",
    to: "48732129000",
    body: "Your login code: 482910",
  }),
  signal: AbortSignal.timeout(30_000),
});
console.log(response.status, await response.text());
