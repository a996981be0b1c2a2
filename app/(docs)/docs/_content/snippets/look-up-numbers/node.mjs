// Prints what is known of numbers, up to 100 in one request.
const response = await fetch("http://localhost:3000/api/numbers", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ numbers: ["48732129000", "+48 22 123 45 67"] }),
  signal: AbortSignal.timeout(30_000),
});
const found = await response.json();

if (response.ok) {
  for (const each of found.data) console.log(each.input, each.sendable, each.type, each.country);
} else {
  console.error(found.detail);
  process.exitCode = 1;
}
