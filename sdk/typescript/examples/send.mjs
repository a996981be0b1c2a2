import { Depesza, DepeszaError } from "depesza";

const client = new Depesza({
  baseUrl: process.env.DEPESZA_URL,
  token: process.env.ACTIO_TOKEN,
});

try {
  const message = await client.send({
    from: "YourBrand",
    to: "48732129000",
    body: "Your parcel is on its way.",
  });
  console.log(message.message_id, message.status);
} catch (error) {
  if (!(error instanceof DepeszaError)) throw error;
  console.error(error.code, error.message);
  process.exitCode = 1;
}
