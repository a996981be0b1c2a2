// Saves a contact; if the number is known, its fields are merged.
// Takes a token with the scope manage.
const response = await fetch("http://localhost:3000/api/contacts", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ number: "48732129000", fields: { first_name: "Ada" } }),
  signal: AbortSignal.timeout(30_000),
});
const contact = await response.json();

if (response.ok) {
  console.log(contact.contact_id, contact.number);
} else {
  console.error(contact.detail);
  process.exitCode = 1;
}
