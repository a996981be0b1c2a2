import { expect, it } from "vitest";
import { passkeys } from "@/drizzle/schema/passkeys";
import { apiRequests } from "@/drizzle/schema/requests";
import { systemOf } from "../activity/who";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { issueInvoice } from "../invoices/issue-invoice";
import { setBuyer } from "../invoices/set-buyer";
import { saveOwnNumber } from "../preferences/own-number";
import { sendMessage } from "../sending/send-message";
import { sendWithCallback } from "../sending/send-with-callback";
import { mintPerson } from "../testing/mint-person";
import { mintSignedIn } from "../testing/signed-in";
import { createEndpoint } from "../webhooks/create-endpoint";
import { exportAccount } from "./export-account";

process.env["WEBHOOK_ALLOW_SUBNETS"] = "127.0.0.0/8";

const marker = "Łukasz wants his pizza";

it("the export has everything of the account, page by page, and no secret", async () => {
  const person = await mintSignedIn();
  const owner = operatorOf(person.accountId, "live");
  await createEndpoint({
    actor: owner,
    input: { url: "http://127.0.0.1:9/hook", events: ["sms.delivered"] },
  });
  const stranger = await mintSignedIn();
  await send(stranger, { client_ref: "a stranger's" });
  for (let count = 0; count < 3; count += 1)
    await send(person, { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() });
  await sendWithCallback({
    actor: owner,
    input: { from: "YourBrand", to: "48732129000", body: marker },
    callback: { url: "http://127.0.0.1:9/order/7", authToken: person.token },
  });
  await saveOwnNumber({ actor: person.actor, input: { number: "48732129077" } });
  await saveOwnNumber({ actor: stranger.actor, input: { number: "48732129088" } });
  const buyer = { name: "Pizzeria Krakowiak", address: "Bracka 1", tax_id: "PL677" };
  await setBuyer({ actor: person.actor, input: buyer });
  const purchase = { paymentId: newId(), credits: 100, rateMicros: 120_000, vatPercent: 23 };
  const bill = { currency: "PLN", netCents: 1200, vatCents: 276, grossCents: 1476 };
  await db().transaction((tx) =>
    issueInvoice({ actor: systemOf(person.accountId), input: { ...purchase, ...bill } }, tx),
  );
  const asked = {
    method: "GET",
    route: "/api/account",
    status: 200,
    durationMs: 3,
    at: new Date(),
  };
  for (const { accountId, tokenId } of [person, stranger]) {
    await db()
      .insert(apiRequests)
      .values({ ...asked, accountId, tokenId, id: newId() });
  }
  const text = await new Response(await exportAccount({ actor: person.actor })).text();
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const count = (type: string) => lines.filter((line) => line.type === type).length;
  expect(count("account")).toBe(1);
  expect(count("user")).toBe(1);
  expect(count("session")).toBe(1);
  expect(count("token")).toBe(1);
  expect(count("webhook_endpoint")).toBe(1);
  expect(count("message")).toBe(4);
  expect(count("credit_movement")).toBe(5);
  expect(lines.find(({ type }) => type === "message_callback")).toEqual({
    type: "message_callback",
    message_id: expect.stringMatching(/^msg_/),
    url: "http://127.0.0.1:9/order/7",
  });
  expect(count("api_request")).toBe(1);
  expect(lines.find(({ type }) => type === "buyer")).toEqual({ type: "buyer", ...buyer });
  expect(lines.find(({ type }) => type === "invoice")).toMatchObject({
    kind: "receipt",
    buyer_name: buyer.name,
    gross_cents: 1476,
  });
  expect(lines.find(({ type }) => type === "user")).toMatchObject({
    email: person.email,
    own_number: "48732129077",
  });
  expect(text).toContain(marker);
  for (const secret of [person.token, "whsec_", "hmac1_", "$argon2id", person.session.sessionId]) {
    expect(text).not.toContain(secret);
  }
  expect(text).not.toContain("a stranger's");
  expect(text).not.toContain("48732129088");
});

it("the export has everybody in the account, and is for its owners alone", async () => {
  const { actor } = await mintSignedIn();
  const sender = await mintPerson(actor.accountId, "sender");
  const key = { id: newId(), userId: sender.userId, credentialId: newId(), name: "Phone" };
  await db()
    .insert(passkeys)
    .values({ ...key, publicKey: "its key", counter: 0, transports: [] });
  const text = await new Response(await exportAccount({ actor })).text();
  expect(text).not.toContain("its key");
  const lines = text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const [users, sessions, keys] = ["user", "session", "passkey"].map((type) =>
    lines.filter((line) => line.type === type).map(({ email }) => email),
  );
  expect(users?.sort()).toEqual([actor.email, sender.email].sort());
  expect(sessions?.sort()).toEqual([actor.email, sender.email].sort());
  expect(keys).toEqual([sender.email]);
  await expect(exportAccount({ actor: sender })).rejects.toMatchObject({ code: "forbidden" });
});

function send({ accountId }: Awaited<ReturnType<typeof mintSignedIn>>, more: object) {
  const input = { from: "YourBrand", to: "48732129000", body: marker, client_ref: "order 7" };
  return sendMessage({ actor: operatorOf(accountId), input: { ...input, ...more } });
}
