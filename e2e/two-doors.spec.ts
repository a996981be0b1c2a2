import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { type Answer, client } from "./client";
import { doors } from "./doors";
import { mintAccount, sharedDataDir, test } from "./fixtures";
import { runCli } from "./server";

interface Flood {
  token: string;
  /** Where they go, in turn. */
  urls: string[];
  count: number;
  fields?: object;
}

/** As many requests at once. */
function flood({ token, urls, count, fields }: Flood): Promise<Answer[]> {
  const clients = urls.map((url) => client(url, token));
  return Promise.all(
    Array.from({ length: count / urls.length }, () =>
      clients.map(({ send }) => send(fields)),
    ).flat(),
  );
}

/** Two processes with one database. */
const both = () => [doors.front.url, doors.nextHost.url];

const statusesOf = (answers: Answer[]) => answers.map(({ status }) => status).sort();
const repeated = <T>(count: number, value: T) => Array.from({ length: count }, () => value);

test.afterEach("the books balance", async () => {
  // Fails, by its exit code, on any breach.
  await runCli(sharedDataDir(), ["audit"]);
});

function expectOneMessage(answers: Answer[]): void {
  expect(statusesOf(answers)).toEqual(repeated(50, 200));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const replays = answers.filter(({ headers }) => headers.get("idempotent-replayed") === "true");
  expect(replays).toHaveLength(49);
}

function expectHalfRefused(answers: Answer[]): void {
  expect(statusesOf(answers)).toEqual([...repeated(100, 200), ...repeated(100, 402)]);
  const ids = answers.flatMap(({ json }) => json["message_id"] ?? []);
  expect(new Set(ids).size).toBe(100);
}

test("50 sends at once with one key are one message, one debit and 50 equal answers", async () => {
  const { token } = await mintAccount({ credits: 2 });
  const fields = { idempotency_key: randomUUID() };
  expectOneMessage(await flood({ token, urls: both(), count: 50, fields }));
  // Of two credits one is left: the 50 were charged once.
  const { send } = client(doors.front.url, token);
  expect([(await send()).status, (await send()).status]).toEqual([200, 402]);
});

test("200 sends at once with 100 credits are exactly 100 messages and 100 refusals", async () => {
  const { token } = await mintAccount({ credits: 100 });
  expectHalfRefused(await flood({ token, urls: both(), count: 200 }));
});

test("both hold at one door, too, within its usual limits", async () => {
  const keyed = await mintAccount({ credits: 100 });
  const fields = { idempotency_key: randomUUID() };
  const urls = [doors.front.url];
  expectOneMessage(await flood({ token: keyed.token, urls, count: 50, fields }));
  const drained = await mintAccount({ credits: 100 });
  expectHalfRefused(await flood({ token: drained.token, urls, count: 200 }));
});
