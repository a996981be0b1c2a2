import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { closeDatabase, db } from "../core/db";
import { env } from "../core/env";
import { getBalance } from "../credits/get-balance";
import { sendBatch } from "../sending/send-batch";
import { sendMessage } from "../sending/send-message";
import { mintAccount } from "../testing/mint-account";
import { mintPerson } from "../testing/mint-person";
import { maxNames } from "./contract";
import { decideSenderName } from "./decide-sender-name";
import { listRequestedNames } from "./list-requested-names";
import { listSenderNames } from "./list-sender-names";
import { removeSenderName } from "./remove-sender-name";
import { requestSenderName } from "./request-sender-name";

beforeAll(() => {
  env().SENDER_NAMES = "approved";
});

afterAll(async () => {
  env().SENDER_NAMES = "open";
  await closeDatabase();
});

const guide = { from: "MyBrand", to: "48732129000", body: "Your code is 482910" };
const purpose = "One-time codes of our shop";

test("a name is refused with its own code until it is approved, and nothing is charged", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId, "live");
  const send = () => sendMessage({ actor, input: guide });
  const isRefused = {
    code: "sender_not_approved",
    details: { fields: { from: [expect.any(String)] } },
  };
  await expect(send()).rejects.toMatchObject(isRefused);
  await requestSenderName({ actor, input: { name: "MyBrand", purpose } });
  await expect(send()).rejects.toMatchObject(isRefused);
  expect(await getBalance({ actor })).toBe(100);

  await decideSenderName({
    actor,
    input: { accountId, wanted: { decision: "approve", name: "mybrand" } },
  });
  expect((await send()).accepted.status).toBe("queued");
  // What phones show alike is one name.
  expect((await sendMessage({ actor, input: { ...guide, from: "MYBRAND" } })).accepted.status).toBe(
    "queued",
  );
});

test("numbers and test messages need no approval", async () => {
  const { accountId } = await mintAccount();
  const number = { ...guide, from: "48500100200" };
  const sent = [
    sendMessage({ actor: operatorOf(accountId, "live"), input: number }),
    sendMessage({ actor: operatorOf(accountId, "test"), input: guide }),
  ];
  for (const { accepted } of await Promise.all(sent)) expect(accepted.status).toBe("queued");
});

test("of a batch, those messages alone are refused whose name is not approved", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId, "live");
  const batch = { messages: [guide, { ...guide, from: "48500100200" }] };
  expect(JSON.stringify(await sendBatch({ actor, input: batch }))).toContain("sender_not_approved");
  expect(await db().select().from(messages).where(eq(messages.accountId, accountId))).toHaveLength(
    1,
  );
});

test("an approval that is taken back holds within seconds", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId, "live");
  await requestSenderName({ actor, input: { name: "MyBrand", purpose } });
  const decide = (wanted: object) => decideSenderName({ actor, input: { accountId, wanted } });
  await decide({ decision: "approve", name: "MyBrand" });
  await sendMessage({ actor, input: guide });
  await decide({ decision: "reject", name: "MyBrand", reason: "Not your brand" });
  await expect
    .poll(
      () =>
        sendMessage({ actor, input: guide }).then(
          () => "sent",
          ({ code }) => code,
        ),
      {
        timeout: 15_000,
        interval: 500,
      },
    )
    .toBe("sender_not_approved");
  expect(await listSenderNames({ actor })).toMatchObject([
    { name: "MyBrand", status: "rejected", reason: "Not your brand" },
  ]);
  await requestSenderName({ actor, input: { name: "MyBrand", purpose } });
  expect(await listSenderNames({ actor })).toMatchObject([{ status: "requested", reason: null }]);
}, 30_000);

test("a name is requested once, is a name, and an account has only so many", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const request = (name: string, why = purpose) =>
    requestSenderName({ actor, input: { name, purpose: why } });
  await request("MyBrand");
  for (const [name, why] of [
    ["mybrand"],
    ["48500100200"],
    ["TwelveLetter"],
    ["Zażółć"],
    ["Brand", " "],
  ] as const) {
    await expect(request(name, why)).rejects.toMatchObject({ code: "invalid_request" });
  }
  for (let count = 1; count < maxNames; count += 1) await request(`Brand${count}`);
  await expect(request("OneTooMany")).rejects.toMatchObject({ code: "conflict" });
  await removeSenderName({ actor, input: { name: "Brand1" } });
  const [removal] = await db().execute(sql`select target_label, before from activity_events
    where account_id = ${accountId} and action = 'sender_name.removed'`);
  expect(removal).toEqual({ target_label: "Brand1", before: { status: "requested" } });
  await request("OneTooMany");
});

test("administrators alone see what waits and decide", async () => {
  const { accountId } = await mintAccount();
  const owner = await mintPerson(accountId, "owner");
  await requestSenderName({ actor: owner, input: { name: "MyBrand", purpose } });
  const wanted = { decision: "approve", name: "MyBrand" };
  await expect(listRequestedNames({ actor: owner, input: { limit: 5 } })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(
    decideSenderName({ actor: owner, input: { accountId, wanted } }),
  ).rejects.toMatchObject({ code: "forbidden" });
  const viewer = await mintPerson(accountId, "viewer");
  await expect(
    requestSenderName({ actor: viewer, input: { name: "Other", purpose } }),
  ).rejects.toMatchObject({ code: "forbidden" });
  const waiting = await listRequestedNames({
    actor: operatorOf(accountId),
    input: { limit: 1000 },
  });
  expect(waiting).toContainEqual(expect.objectContaining({ accountId, name: "MyBrand" }));
});
