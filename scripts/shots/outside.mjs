// What an installation has around it: a customer's server with a healthy and a poor endpoint, and a seller of credits.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

/** Starts it on loopback; `settings` point an installation to it. */
export async function startOutside() {
  let returnUrl = "";
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    returnUrl = form.get("success_url") ?? returnUrl;
    answer(request, response, returnUrl);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    settings: {
      STRIPE_SECRET_KEY: "sk_test_shots",
      STRIPE_WEBHOOK_SECRET: "whsec_shots",
      STRIPE_API_URL: url,
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer({ url, headers }, response, returnUrl) {
  if (url === "/billing") return response.writeHead(503).end("down for maintenance");
  if (url === "/pay") return response.writeHead(303, { location: returnUrl }).end();
  if (!url.startsWith("/v1/")) return response.end("ok");
  const session = {
    id: `cs_${randomUUID()}`,
    object: "checkout.session",
    url: `http://${headers.host}/pay`,
  };
  return response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify(session));
}
