import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { type Answer, client } from "./client";
import { doors } from "./doors";
import { mintAccount, sharedDataDir, test } from "./fixtures";
import { runCli } from "./server";

/** As many requests at once, every other one at the other door: two processes, one database. */
function atBothDoors(token: string, count: number, fields: object): Promise<Answer[]> {
  const clients = [client(doors.front.url, token), client(doors.nextHost.url, token)];
  return Promise.all(
    Array.from({ length: count / 2 }, () => clients.map(({ send }) => send(fields))).flat(),
  );
}

const statusesOf = (answers: Answer[]) => answers.map(({ status }) => status).sort();
const repeated = <T>(count: number, value: T) => Array.from({ length: count }, () => value);

test.afterEach("the books balance", async () => {
  // Fails, by its exit code, on any breach.
  await runCli(sharedDataDir(), ["audit"]);
});

test("50 sends at once with one key are one message, one debit and 50 equal answers", async () => {
  const { token } = await mintAccount({ credits: 2 });
  const answers = await atBothDoors(token, 50, { idempotency_key: randomUUID() });
  expect(statusesOf(answers)).toEqual(repeated(50, 200));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const replays = answers.filter(({ headers }) => headers.get("idempotent-replayed") === "true");
  expect(replays).toHaveLength(49);
  // Of two credits one is left: the 50 were charged once.
  const { send } = client(doors.front.url, token);
  expect([(await send()).status, (await send()).status]).toEqual([200, 402]);
});

test("200 sends at once with 100 credits are exactly 100 messages and 100 refusals", async () => {
  const { token } = await mintAccount({ credits: 100 });
  const answers = await atBothDoors(token, 200, {});
  expect(statusesOf(answers)).toEqual([...repeated(100, 200), ...repeated(100, 402)]);
  const ids = answers.flatMap(({ json }) => json["message_id"] ?? []);
  expect(new Set(ids).size).toBe(100);
  const { until } = client(doors.front.url, token);
  await until(ids.at(-1), "delivered");
});
