// What each library has to do, as a program that the tests run against a real server: a command, and its input as JSON.
import { text } from "node:stream/consumers";
import { Depesza, DepeszaError } from "../client.mjs";
import { isSigned, readWebhook, signWebhook } from "../webhook.mjs";

const input = JSON.parse(await text(process.stdin));

function client() {
  const { DEPESZA_URL, ACTIO_TOKEN, TIMEOUT_MS = "10000" } = process.env;
  return new Depesza({
    baseUrl: DEPESZA_URL,
    token: ACTIO_TOKEN,
    timeoutMs: Number(TIMEOUT_MS),
    maxRetries: 4,
    maxResponseBytes: 1_000_000,
  });
}

const commands = {
  send: () => client().send(input),
  batch: async () => (await client().sendBatch(input.messages)).data,
  read: () => client().message(input.message_id),
  cancel: () => client().cancel(input.message_id),
  list: async () => {
    const ids = [];
    for await (const message of client().messages(input)) ids.push(message.message_id);
    return ids;
  },
  account: () => client().call("getAccount"),
  template: () => client().call("createTemplate", { body: input }),
  csv: () => client().call("exportOptOuts"),
  call: () => client().call(input.operation, { body: input.given }),
  verify: () => input.cases.map((each) => isSigned({ ...each, now: each.now * 1000 })),
  sign: () => signWebhook({ ...input, now: input.now * 1000 }),
  event: () => readWebhook(input),
};

try {
  console.log(JSON.stringify(await commands[process.argv[2]]()));
} catch (error) {
  const { status, code, errors, idempotencyKey } = error instanceof DepeszaError ? error : {};
  const isOurs = error instanceof DepeszaError;
  const refusal = { status, code, errors, key: idempotencyKey, detail: error.message };
  console.log(
    JSON.stringify({ error: isOurs ? refusal : { code: "misuse", detail: error.message } }),
  );
  process.exitCode = 1;
}
