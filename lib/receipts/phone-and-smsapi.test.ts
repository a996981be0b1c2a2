import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { callbackUrl } from "../carriers/callback-url";
import { registerWebhooks } from "../carriers/sms-gate/register-webhooks";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { freePort } from "../database/free-port";
import { getMessage } from "../messages/get-message";
import { serveHttp } from "../server/serve-http";
import { addMessage } from "../testing/audit-scene";
import { mintAccount } from "../testing/mint-account";
import { Phone } from "../testing/phone";
import { post } from "../testing/sms-api";
import { useOwnDatabase } from "../testing/use-own-database";

const folder = mkdtempSync(join(tmpdir(), "depesza-carriers-"));
const phone = new Phone();
let drop: () => Promise<void>;
let door: Awaited<ReturnType<typeof serveHttp>>;
let accountId = "";

beforeAll(async () => {
  await phone.listen();
  const { url, username, password, signingKey: signing_key } = phone;
  const kinds = [
    { name: "phone", kind: "sms-gate", url, username, password, signing_key },
    { name: "smsapi", kind: "smsapi", token: "t", addresses: ["127.0.0.0/8"] },
  ];
  const path = join(folder, "carriers.json");
  writeFileSync(path, JSON.stringify({ carriers: kinds, routes: [{ to: "*", carrier: "phone" }] }));
  const port = await freePort();
  drop = await useOwnDatabase({ CARRIERS_FILE: path, APP_URL: `http://127.0.0.1:${port}` });
  door = await serveHttp({ port, host: "127.0.0.1", role: "api" });
  accountId = (await mintAccount()).accountId;
});
afterAll(async () => {
  await Promise.all([door.close(), phone.close()]);
  await drop();
  rmSync(folder, { recursive: true });
});

/** A message that this carrier has. */
async function sentBy(carrier: string): Promise<string> {
  const id = await db().transaction((tx) => addMessage({ tx, accountId }));
  await db().insert(carrierMessages).values({ carrier, ref: id, accountId, messageId: id });
  return id;
}

async function statusOf(id: string) {
  const input = { messageId: publicId("msg", id) };
  return (await getMessage({ actor: operatorOf(accountId), input })).status;
}

test("what the phone posts to the address that was registered there delivers a message", async () => {
  const id = await sentBy("phone");
  await registerWebhooks({ carrier: "phone", phone });
  const at = new Date().toISOString();
  const sent = { messageId: id, partsCount: 1, sentAt: at };
  expect(await phone.report({ event: "sms:sent", payload: sent })).toEqual([200]);
  const delivered = { messageId: id, deliveredAt: at };
  expect(await phone.report({ event: "sms:delivered", payload: delivered })).toEqual([200]);
  expect(await statusOf(id)).toBe("delivered");
});

test("the phone is not made to repeat what it reports of messages of others", async () => {
  const payload = { messageId: "of another program", deliveredAt: new Date().toISOString() };
  expect(await phone.report({ event: "sms:delivered", payload })).toEqual([200]);
});

test.each(["GET", "POST"] as const)("what SMSAPI reports by %s ends a message", async (method) => {
  const id = await sentBy("smsapi");
  const fields = new URLSearchParams({ MsgId: "A", status: "404", idx: id });
  expect(await post(callbackUrl("smsapi", id), fields, method)).toBe("200 OK");
  expect(await statusOf(id)).toBe("delivered");
  expect(await post(callbackUrl("smsapi", id), fields, method)).toBe("200 OK");
});
