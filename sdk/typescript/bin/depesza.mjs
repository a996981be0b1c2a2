#!/usr/bin/env node
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { Depesza } from "../client.mjs";
import { events, lastEvent } from "../events.mjs";
import { signWebhook } from "../webhook.mjs";

const usage = `depesza listen --forward URL [--url URL] [--secret whsec_...] [--last]

Posts the events of your messages to a local address, signed like webhooks.

  --forward  where to post, such as http://localhost:3001/hook
  --url      the installation; DEPESZA_URL, or http://localhost:3000
  --secret   what signs; DEPESZA_WEBHOOK_SECRET, or a new one that is printed
  --last     begin with the newest event there is

The token is read from ACTIO_TOKEN and needs the scope read.
While it runs, r and Enter posts the last event again.`;

/** As long as the installation waits for an endpoint. */
const forwardTimeoutMs = 15_000;

/** The process is meant to end with a sentence. */
class UsageError extends Error {}

try {
  await main(process.argv.slice(2), process.env);
} catch (error) {
  // A refused token comes with the sentence of the API.
  console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : error.message);
  process.exitCode = 1;
}

async function main(words, env) {
  const { values, positionals } = read(words);
  if (values.help) return console.log(usage);
  if (positionals.join(" ") !== "listen") throw new UsageError("The command is listen.");
  if (!values.forward) throw new UsageError("--forward is missing.");
  if (!/^https?:/.test(values.forward) || !URL.canParse(values.forward)) {
    throw new UsageError("--forward must be a URL that begins with http:// or https://.");
  }
  if (!env.ACTIO_TOKEN) throw new UsageError("ACTIO_TOKEN is not set.");
  const baseUrl = values.url ?? env.DEPESZA_URL ?? "http://localhost:3000";
  const client = new Depesza({ baseUrl, token: env.ACTIO_TOKEN });
  const given = values.secret ?? env.DEPESZA_WEBHOOK_SECRET;
  const secret = given ?? `whsec_${randomBytes(32).toString("base64")}`;
  demandSecret(secret);
  if (given === undefined) console.log(`Signing secret: ${secret}`);
  await listen({ client, forward: values.forward, secret, isFromLast: values.last });
}

function demandSecret(secret) {
  try {
    signWebhook({ secret, id: "evt_", body: "" });
  } catch (error) {
    throw new UsageError("The secret must be whsec_ and base64.", { cause: error });
  }
}

async function listen({ client, forward, secret, isFromLast }) {
  const ending = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => ending.abort());
  const { signal } = ending;

  // Refuses a wrong token before anything is promised.
  await client.call("getAccount", { signal });
  let last = isFromLast ? await lastEvent(client) : undefined;
  const again = () => last && post({ event: last, forward, secret });
  if (isFromLast) await (again() ?? console.log("There is no event yet."));

  const keyboard = createInterface({ input: process.stdin });
  keyboard.on("line", (line) => {
    if (line.trim() === "r") void (again() ?? console.log("There is no event yet."));
  });
  signal.addEventListener("abort", () => keyboard.close(), { once: true });

  const onReady = () =>
    console.log(`Listening. Events go to ${forward}. Press r and Enter to repeat the last one.`);
  try {
    for await (const event of events(client, { signal, onReady, onError: report })) {
      last = event;
      await post({ event, forward, secret });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    keyboard.close();
  }
}

/** A token that was revoked ends it; whatever else goes wrong may pass. */
function report(error) {
  if (error.status === 401 || error.status === 403) throw error;
  console.error(error.message);
}

/** Posts an event once and prints what came of it, without its content. Never throws. */
async function post({ event, forward, secret }) {
  const startedAt = performance.now();
  const outcome = await fetch(forward, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/json",
      "user-agent": "Depesza-Webhooks/1.0",
      ...signWebhook({ secret, id: event.id, body: event.body }),
    },
    body: event.body,
    signal: AbortSignal.timeout(forwardTimeoutMs),
  }).then(
    async (response) => {
      await response.body?.cancel();
      return String(response.status);
    },
    (error) => error.cause?.code ?? error.name,
  );
  const took = Math.round(performance.now() - startedAt);
  const time = new Date().toISOString().slice(11, 19);
  console.log(`${time} ${event.type} ${event.messageId} ${outcome} ${took} ms`);
}

function read(words) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        forward: { type: "string" },
        url: { type: "string" },
        secret: { type: "string" },
        last: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error.message, { cause: error });
  }
}
