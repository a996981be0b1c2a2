// Sends one text to many people, and shows which of them it can't be sent to, and why.
import { randomUUID } from "node:crypto";

const response = await fetch("http://localhost:3000/api/campaigns", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
    "Content-Type": "application/json",
    // Store the key before you send. Then you can repeat the request without starting a second campaign.
    "Idempotency-Key": randomUUID(),
  },
  body: JSON.stringify({
    name: "May sale",
    from: "YourBrand",
    body: "Hi {{first_name|there}}, our sale ends on Sunday.",
    recipients: [
      { to: "48732129000", variables: { first_name: "Ada" } },
      { to: "48221234567", variables: { first_name: "Jan" } },
    ],
  }),
  signal: AbortSignal.timeout(60_000),
});
const campaign = await response.json();

if (response.ok) {
  console.log(campaign.campaign_id, campaign.status, `${campaign.credits} credits`);
  for (const { row, code, errors } of campaign.rejected) console.log(row, code, ...errors);
} else {
  console.error(campaign.detail);
  process.exitCode = 1;
}
