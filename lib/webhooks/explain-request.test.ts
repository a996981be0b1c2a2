import { beforeAll, expect, test } from "vitest";
import { type Actor, operatorOf } from "../core/actor";
import type { AppError } from "../core/errors";
import { mintAccount } from "../testing/mint-account";
import { createEndpoint } from "./create-endpoint";
import { explainRequest } from "./explain-request";
import { revealSecret } from "./reveal-secret";
import { rotateSecret } from "./rotate-secret";
import { makeSecret, signPayload } from "./sign-payload";

let owner: Actor;
let id: string;
let secret: string;
const body = '{"event":"sms.delivered","id":"evt_01HQX7Z9M4T1B7QF0C2V8K6D3R"}';

beforeAll(async () => {
  owner = operatorOf((await mintAccount()).accountId, "live");
  ({ id, secret } = await createEndpoint({
    actor: owner,
    input: { url: "https://example.com/hooks" },
  }));
});

function headers(): [name: string, value: string][] {
  const timestamp = Math.floor(Date.now() / 1000);
  const eventId = "evt_01HQX7Z9M4T1B7QF0C2V8K6D3R";
  return [
    ["webhook-id", eventId],
    ["webhook-timestamp", String(timestamp)],
    ["webhook-signature", signPayload({ id: eventId, timestamp, body }, [secret])],
  ];
}

test.each<[string, (line: [name: string, value: string]) => string]>([
  ["plain", ([name, value]) => `${name}: ${value}`],
  ["as a browser shows them", ([name, value]) => `${name.toUpperCase()}:\t${value}\r`],
  ["as curl -v shows them", ([name, value]) => `> ${name}: ${value}`],
  ["as a curl command has them", ([name, value]) => `  -H '${name}: ${value}' \\`],
  ["as JSON", ([name, value]) => `  "${name}": "${value}",`],
])("headers are read %s", async (_what, write) => {
  const pasted = ["POST /hooks HTTP/1.1", ...headers().map(write), "accept: */*"].join("\n");
  expect(
    await explainRequest({
      actor: owner,
      input: { endpointId: id, pasted: { headers: pasted, body } },
    }),
  ).toMatchObject({
    reason: "ok",
  });
});

test("a receiver's own secret is compared with the endpoint's", async () => {
  const pasted = headers()
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
  const reasonFor = async (used: string) =>
    (
      await explainRequest({
        actor: owner,
        input: { endpointId: id, pasted: { headers: pasted, body, secret: used } },
      })
    ).reason;
  expect(await reasonFor(secret)).toBe("ok");
  expect(await reasonFor(makeSecret())).toBe("wrong_secret");
  expect(await reasonFor(secret.slice("whsec_".length))).toBe("wrong_secret");
});

test("a secret is shown on demand, and after a rotation both are known for a while", async () => {
  expect(await revealSecret({ actor: owner, input: { endpointId: id } })).toBe(secret);
  const pasted = headers()
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
  const rotated = await rotateSecret({ actor: owner, input: { endpointId: id } });
  expect(await revealSecret({ actor: owner, input: { endpointId: id } })).toBe(rotated.secret);
  expect(
    await explainRequest({
      actor: owner,
      input: { endpointId: id, pasted: { headers: pasted, body } },
    }),
  ).toMatchObject({
    reason: "ok",
  });
  const stranger = operatorOf((await mintAccount()).accountId);
  const refused = await revealSecret({ actor: stranger, input: { endpointId: id } }).catch(
    (error: AppError) => error.code,
  );
  expect(refused).toBe("not_found");
});
