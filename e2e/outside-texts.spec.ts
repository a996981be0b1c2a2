import { expect, type Page } from "@playwright/test";
import { callbackSecret } from "../lib/carriers/callback-secret";
import { parsePublicId } from "../lib/core/ids";
import { plainText } from "../lib/core/plain-text";
import { call, client } from "./client";
import { doors } from "./doors";
import { mintToken, sharedDataDir, signIn } from "./fixtures";
import { runSql } from "./run-sql";
import { readSecrets } from "./server";
import { addEndpoint, test } from "./webhook-place";

/** Overrides the direction of all that follows it, unless it is isolated; then Hebrew, ESC and CSI. */
const hostile = (name: string) => `zq-${name}\u202Eשלום\u001b[31m\u009b1m`;
/** What the API takes of that in a text: no C0 control. And in a name: letters alone. */
const inText = (name: string) => hostile(name).replace("\u001b", "");
const inName = (name: string) => `zq-${name} שלום`;

test("a text from outside changes nothing around it, wherever it is shown, and no file holds its controls", async ({
  page,
  account,
  receiver,
}) => {
  receiver.answer = () => ({ status: 500, body: hostile("answer") });
  await signIn(page, account);
  const endpointId = await addEndpoint(page, receiver.url, inName("endpoint"));
  const token = await tokenNamed(inName("token"), account.email);
  const { send, until } = client(doors.front.url, token);
  await send({ from: `zq-detail${"\u202E"}שלום` });
  const sent = await send({
    to: "48500000007",
    body: inText("body"),
    client_ref: inText("reference"),
  });
  expect(sent.status).toBe(200);
  const messageId = String(sent.json["message_id"]);
  await until(messageId, "sent");
  await reportFailure(messageId);
  await until(messageId, "failed");
  const eventId = await firstEvent(page, endpointId);

  const message = ["body", "reference", "operator", "reason", "code", "token"];
  await expectIsolated(page, "/messages", ["body", "reason"]);
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectIsolatedHere(page, message);
  await expectIsolated(page, `/messages/${messageId}`, message);
  const filters = new URLSearchParams({ q: "zq-query שלום", client_ref: inText("reference") });
  await expectIsolated(page, `/messages?${filters}`, ["query", "reference"]);
  await expectIsolated(page, "/overview", ["body"]);
  await expectIsolated(page, "/start", ["detail"]);
  await expectIsolated(page, "/settings/api", ["token"]);
  await expectIsolated(page, "/settings/webhooks", ["endpoint"]);
  await expectIsolated(page, `/settings/webhooks/${endpointId}`, ["endpoint"]);
  await expectIsolated(page, `/settings/webhooks/${endpointId}/${eventId}`, ["answer", "reason"]);

  await expectPlainFile(page, "/api/panel/messages.csv", message.slice(0, -1));
  await expectPlainFile(page, "/api/panel/messages.ndjson", message.slice(0, -1));
  await expectPlainFile(page, "/api/panel/export", ["body", "endpoint", "token"]);
  await expectPlainFile(page, `/api/panel/webhook-endpoints/${endpointId}/deliveries.csv`, [
    "answer",
  ]);
  await expectPlainFile(page, "/api/panel/movements.csv", []);
});

/** A token of this name, made through the API as a customer's own program would. */
async function tokenNamed(name: string, email: string): Promise<string> {
  const keeper = await mintToken({ email, scopes: "send,read,manage" });
  const { json } = await call(`${doors.front.url}/api/tokens`, {
    method: "POST",
    headers: { authorization: `Bearer ${keeper}`, "content-type": "application/json" },
    body: JSON.stringify({ name, mode: "live" }),
  });
  return String(json["token"]);
}

/** The carrier says that it failed, and why, in words of its own. */
async function reportFailure(messageId: string): Promise<void> {
  const id = parsePublicId("msg", messageId) ?? "";
  const [row] = await runSql(
    sharedDataDir(),
    "select ref from carrier_messages where message_id = $1",
    [id],
  );
  const secret = callbackSecret("simulator", readSecrets(sharedDataDir()).carrierWebhook);
  const { status } = await call(`${doors.front.url}/api/webhooks/simulator/${secret}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      event: "sms.failed",
      message_id: row?.["ref"],
      failed_at: new Date().toISOString(),
      reason: hostile("reason"),
      carrier_code: hostile("code"),
      operator: hostile("operator"),
    }),
  });
  expect(status).toBe(200);
}

/** The id of the one event an endpoint was sent, once it was tried. */
async function firstEvent(page: Page, endpointId: string): Promise<string> {
  const path = `/api/panel/webhook-endpoints/${endpointId}/deliveries`;
  const first = async () => {
    const { data } = await (await page.request.get(path)).json();
    return data[0]?.attempts > 0 ? data[0].event_id : "";
  };
  await expect.poll(first).toMatch(/^evt_/);
  return first();
}

async function expectIsolated(page: Page, path: string, names: string[]): Promise<void> {
  await page.goto(path);
  await expectIsolatedHere(page, names);
}

/** Each of these texts is on the page, and each place of it is isolated from what stands around it. */
async function expectIsolatedHere(page: Page, names: string[]): Promise<void> {
  for (const name of names) {
    await expect(page.locator("main, dialog").getByText(`zq-${name}`).first()).toBeAttached();
  }
  const places = await page.evaluate(findPlaces);
  expect(places.length).toBeGreaterThanOrEqual(names.length);
  expect(places.filter(({ isIsolated }) => !isIsolated)).toEqual([]);
  expect(places.filter(({ text }) => /(?![\t\n])\p{Cc}/u.test(text))).toEqual([]);
}

/** Runs in the page: every text and attribute with one of ours in it. */
function findPlaces() {
  const isOurs = (text: string | null) => text?.includes("zq-") ?? false;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  while (walker.nextNode())
    if (isOurs(walker.currentNode.textContent)) nodes.push(walker.currentNode);
  const texts = nodes
    .filter((node) => !node.parentElement?.closest("script, style, textarea"))
    .map((node) => ({
      text: node.textContent ?? "",
      isElement: node.parentElement?.closest("bdi, [dir]:not(html, body)") !== null,
    }));
  const attributes = [...document.querySelectorAll("[title], [aria-label], [alt]")]
    .flatMap((element) => ["title", "aria-label", "alt"].map((name) => element.getAttribute(name)))
    .filter(isOurs)
    .map((text) => ({ text: text ?? "", isElement: false }));
  // Where no element can stand, an isolate (FSI) does.
  return [...texts, ...attributes].map(({ text, isElement }) => {
    return { text, isIsolated: isElement || text.includes("\u2068zq-") };
  });
}

/** The file holds these texts, and no character that steers a terminal or the direction of a line. */
async function expectPlainFile(page: Page, path: string, names: string[]): Promise<void> {
  const text = await (await page.request.get(path)).text();
  for (const name of names) expect(text).toContain(`zq-${name}`);
  expect(plainText(text)).toBe(text);
}
