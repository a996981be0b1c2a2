#!/usr/bin/env node
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Depesza } from "../client.mjs";
import { signWebhook } from "../webhook.mjs";

const usage = `depesza listen --forward URL [--url URL] [--secret whsec_...]

Posts the events of your account to a local address, signed like webhooks.

  --forward  where to post, such as http://localhost:3001/hook
  --url      the installation; DEPESZA_URL, or http://localhost:3000
  --secret   what signs; DEPESZA_WEBHOOK_SECRET, or a new one that is printed

The token is read from ACTIO_TOKEN and needs the scope manage.
While it runs, r and Enter posts the last event again.`;

/** As long as the installation waits for an endpoint. */
const forwardTimeoutMs = 15_000;
const intervalMs = 1000;
/** While it fails: half a minute between requests. */
const maxDoublings = 5;

const afterLoss =
  "Events of a lost response are not returned again. If some are missing, replay them in the dashboard (Settings, Webhooks) while this command runs.";

/** The process is meant to end with a sentence and the usage. */
class UsageError extends Error {}

try {
  await main(process.argv.slice(2), process.env);
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : error.message);
  process.exitCode = 1;
}

async function main(words, env) {
  const { values, positionals } = read(words);
  if (values.help) return console.log(usage);
  if (positionals.join(" ") !== "listen") throw new UsageError("The command is listen.");
  const { forward } = values;
  if (!forward) throw new UsageError("--forward is missing.");
  if (!/^https?:/.test(forward) || !URL.canParse(forward)) {
    throw new UsageError("--forward must be a URL that begins with http:// or https://.");
  }
  if (!env.ACTIO_TOKEN) throw new UsageError("ACTIO_TOKEN is not set.");
  const secret = values.secret ?? env.DEPESZA_WEBHOOK_SECRET;
  if (secret !== undefined) demandSecret(secret);
  const baseUrl = values.url ?? env.DEPESZA_URL ?? "http://localhost:3000";
  await listen(new Depesza({ baseUrl, token: env.ACTIO_TOKEN }), { forward, secret });
}

function demandSecret(secret) {
  try {
    signWebhook({ secret, id: "evt_", body: "" });
  } catch (error) {
    throw new UsageError("The secret must be whsec_ and base64.", { cause: error });
  }
}

/** Forwards events until the process is told to end, or its listener is no more. */
async function listen(client, { forward, secret: given }) {
  const ending = new AbortController();
  const { signal } = ending;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(name, () => ending.abort());

  const body = { url: forward, listen: true, description: "depesza listen" };
  const listener = await client.call("createWebhookEndpoint", { body });
  const secret = given ?? listener.secret;
  if (given === undefined) console.log(`Signing secret: ${secret}`);
  console.log(`Listening. Events go to ${forward}. Press r and Enter to post the last one again.`);

  let last;
  const keyboard = createInterface({ input: process.stdin });
  keyboard.on("line", (line) => {
    if (line.trim() !== "r") return;
    if (last) void post(last, { forward, secret });
    else console.log("There is no event yet.");
  });
  const params = { endpoint_id: listener.id };
  try {
    for await (const event of pullEvents(client, { params, signal })) {
      last = event;
      await post(event, { forward, secret });
    }
  } finally {
    keyboard.close();
    // Otherwise the installation does it ten minutes later.
    const deadline = AbortSignal.timeout(3000);
    await client.call("deleteWebhookEndpoint", { params, signal: deadline }).catch(() => {});
  }
}

/** Every event from now on. */
async function* pullEvents(client, { params, signal }) {
  let failures = 0;
  while (!signal.aborted) {
    const { data, error } = await pullOnce(client, { params, signal });
    if (error && failures === 0 && isLost(error)) console.error(afterLoss);
    failures = error ? failures + 1 : 0;
    yield* data;
    if (data.length > 0) continue;
    const waitMs = error?.retryAfterMs ?? intervalMs * 2 ** Math.min(failures, maxDoublings);
    await pause(waitMs, undefined, { signal }).catch(() => {});
  }
}

/** Whether the installation may have responded: what it returned counts as delivered. */
function isLost({ status }) {
  return status === 0 || status >= 500;
}

/** The events there are now. What goes wrong for a while is printed, and what stays wrong is thrown. */
async function pullOnce(client, options) {
  try {
    return await client.call("pullEvents", options);
  } catch (error) {
    if (options.signal.aborted) return { data: [] };
    if ([401, 403, 404, 409].includes(error.status)) throw error;
    console.error(error.message);
    return { data: [], error };
  }
}

/** Posts an event once and prints what came of it, without its content. Never throws. */
async function post({ id, event, body }, { forward, secret }) {
  const startedAt = performance.now();
  const headers = {
    "content-type": "application/json",
    "user-agent": "Depesza-Webhooks/1.0",
    ...signWebhook({ secret, id, body }),
  };
  const signal = AbortSignal.timeout(forwardTimeoutMs);
  const init = { method: "POST", redirect: "manual", headers, body, signal };
  const outcome = await fetch(forward, init).then(
    async (response) => {
      await response.body?.cancel();
      return String(response.status);
    },
    (error) => error.cause?.code ?? error.name,
  );
  const took = Math.round(performance.now() - startedAt);
  console.log(`${new Date().toISOString().slice(11, 19)} ${event} ${id} ${outcome} ${took} ms`);
}

function read(words) {
  const options = {
    forward: { type: "string" },
    url: { type: "string" },
    secret: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  };
  try {
    return parseArgs({ args: words, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error.message, { cause: error });
  }
}
