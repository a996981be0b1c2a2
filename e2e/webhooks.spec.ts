import { expect, type Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { type Receiver, startReceiver } from "../lib/testing/start-receiver";
import { client } from "./client";
import { doors } from "./doors";
import { test as base, mintAccount, mintToken, signIn } from "./fixtures";

/** A customer's server of the test's own. */
const test = base.extend<{ receiver: Receiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  receiver: async ({}, use) => {
    const receiver = await startReceiver();
    await use(receiver);
    await receiver.close();
  },
});

const events = ["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"] as const;
/** A number at which the simulator ends messages with each event. */
const numbers = {
  "sms.delivered": "48732129000",
  "sms.failed": "48500000002",
  "sms.expired": "48500000003",
  "sms.bounced": "48500000004",
} as const;

/** Adds an endpoint through the form; its page is then open. Returns its id. */
async function addEndpoint(page: Page, url: string, description = ""): Promise<string> {
  await page.goto("/settings/webhooks");
  await page.getByLabel("Address", { exact: true }).fill(url);
  await page.getByLabel("Description").fill(description);
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await expect(page.getByText("Endpoint added. It is on.")).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function readSecret(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Show" }).click();
  return page.getByText(/^whsec_[A-Za-z0-9+/=]{44}$/).innerText();
}

function verified(secret: string, { headers, body }: Receiver["requests"][number]) {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

const delivered = (page: Page) => page.locator("tbody").getByRole("row");
const isRefused = () => ({ status: 500, body: "out of order" });

test("an endpoint added here gets a signed event of the next message, and the log shows it as it happens", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  await page.goto("/settings/webhooks");
  await expect(page.getByText("No endpoints yet")).toBeVisible();
  const id = await addEndpoint(page, receiver.url, "Order system");
  const secret = await readSecret(page);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const { json } = await client(doors.front.url, account.token).send();
  await expect(delivered(page)).toHaveCount(1);
  await expect(delivered(page).first()).toContainText("Delivered");
  await expect(delivered(page).first()).toContainText("200");
  await expect(page.getByText("1 of 1 delivered")).toBeVisible();
  expect(receiver.requests).toHaveLength(1);
  const [got] = receiver.requests;
  expect(got && verified(secret, got)).toMatchObject({
    event: "sms.delivered",
    message_id: json["message_id"],
  });
  await page.goto("/settings/webhooks");
  const row = page.getByRole("listitem").filter({ hasText: "Order system" });
  await expect(row).toContainText("1 of 1 delivered");
  await expect(row).toContainText("All events");
  await row.getByRole("link").click();
  await expect(page).toHaveURL(`/settings/webhooks/${id}`);
});

test("a receiver that is down: the try is shown, and sending again gets the same event there", async ({
  page,
  account,
  receiver,
}) => {
  receiver.answer = isRefused;
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  await client(doors.front.url, account.token).send();
  await expect(delivered(page).first()).toContainText("Retrying");
  await delivered(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "sms.delivered" })).toBeVisible();
  await expect(page.getByText(/^Refused with 500 in/).first()).toBeVisible();
  await expect(page.getByText("out of order").first()).toBeVisible();
  receiver.answer = () => ({ status: 204 });
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.locator("header").getByText("Delivered", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Taken with 204 in/)).toBeVisible();
  expect(new Set(receiver.requests.map(({ body }) => body)).size).toBe(1);
  expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("a message shows its webhooks: in its row as they settle, and on its page with a way to send again", async ({
  page,
  account,
  receiver,
}) => {
  receiver.answer = () => ({ status: 200, delayMs: 1500 });
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  await page.goto("/messages");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const { json } = await client(doors.front.url, account.token).send();
  const row = page.locator("tbody").getByRole("row").first();
  await expect(row).toContainText("Webhook under way");
  await expect(row).toContainText("Webhook delivered");
  await row.getByRole("link").click();
  await page.getByRole("link", { name: "Open as a page" }).click();
  await expect(page).toHaveURL(`/messages/${json["message_id"]}`);
  const webhooks = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Webhooks" }) });
  await expect(webhooks.getByRole("listitem")).toContainText("sms.delivered, 1 try, 200");
  await webhooks.getByRole("button", { name: /^Send again/ }).click();
  await expect(webhooks.getByRole("listitem")).toContainText("sms.delivered, 2 tries, 200");
  expect(receiver.requests).toHaveLength(2);
});

test("a test event of each type arrives signed, and the exchange is shown", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  const secret = await readSecret(page);
  for (const [place, event] of events.entries()) {
    receiver.answer = () => ({ status: 202, body: `thanks for ${event}` });
    await page.getByRole("button", { name: `Send ${event}` }).click();
    await expect(page.getByText(`thanks for ${event}`)).toBeVisible();
    await expect(page.getByTestId("verdict")).toHaveText(/^Taken with 202 in/);
    const got = receiver.requests[place];
    expect(got && verified(secret, got)).toMatchObject({ event, test: true });
    const shown = page.getByRole("figure").filter({ hasText: "Request headers" });
    await expect(shown).toContainText(String(got?.headers["webhook-signature"]));
  }
  receiver.answer = isRefused;
  await page.getByRole("button", { name: "Send sms.failed" }).click();
  await expect(page.getByTestId("verdict")).toHaveText(/^Refused with 500 in/);
});

test("each of the four endings of a message reaches the endpoint that asked for it", async ({
  page,
  account,
  receiver,
}) => {
  const token = await mintToken({ email: account.email, isTest: true });
  await signIn(page, account);
  await page.goto("/settings/webhooks");
  await page.getByLabel("Address", { exact: true }).fill(receiver.url);
  await page.getByLabel("sms.expired").uncheck();
  await page.locator('input[name="mode"][value="test"]').check();
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await expect(page.getByText("Endpoint added. It is on.")).toBeVisible();
  const { send, until } = client(doors.front.url, token);
  for (const event of events) {
    const { json } = await send({ to: numbers[event] });
    await until(json["message_id"], event.replace("sms.", ""));
  }
  await expect(delivered(page)).toHaveCount(3);
  await expect(delivered(page).filter({ hasText: "Delivered" })).toHaveCount(3);
  await expect(delivered(page).filter({ hasText: "sms.expired" })).toHaveCount(0);
});

test("why a signature fails: a body written anew, another secret, and a right one are told apart", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  await page.getByRole("button", { name: "Send sms.delivered" }).click();
  await expect(page.getByTestId("verdict")).toBeVisible();
  const got = receiver.requests[0];
  const headers = Object.entries(got?.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const explain = async (body: string, secret = "") => {
    await page.getByLabel("Headers", { exact: true }).fill(headers.join("\n"));
    await page.getByLabel("Body", { exact: true }).fill(body);
    await page.getByLabel("Secret your receiver uses").fill(secret);
    await page.getByRole("button", { name: "Explain" }).click();
  };
  const body = got?.body ?? "";
  await explain(JSON.stringify(JSON.parse(body), null, 2));
  await expect(page.getByText("body_changed")).toBeVisible();
  await expect(page.getByText(/parsed and written again before it was verified/)).toBeVisible();
  // What was pasted stays, to be corrected and tried again.
  await expect(page.getByLabel("Headers", { exact: true })).toHaveValue(/webhook-id/);
  await explain(body, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
  await expect(page.getByText("wrong_secret")).toBeVisible();
  await explain(`${body}\n`);
  await expect(page.getByText("It verifies")).toBeVisible();
});

test("after a rotation both secrets verify, and the page says until when", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  const before = await readSecret(page);
  await page.getByRole("button", { name: "Rotate" }).click();
  const dialog = page.getByRole("dialog", { name: "Rotate the secret?" });
  await dialog.getByRole("button", { name: "Make new secret" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Two signatures on each event/)).toBeVisible();
  const shown = page.getByText(/^whsec_[A-Za-z0-9+/=]{44}$/);
  await expect(shown).not.toHaveText(before);
  const after = await shown.innerText();
  await client(doors.front.url, account.token).send();
  await expect(delivered(page).filter({ hasText: "Delivered" })).toHaveCount(1);
  const [got] = receiver.requests;
  expect(String(got?.headers["webhook-signature"]).split(" ")).toHaveLength(2);
  for (const secret of [before, after]) expect(() => got && verified(secret, got)).not.toThrow();
});

test.describe("the secret", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("is not in the page until it is asked for, and can be copied without being shown", async ({
    page,
    account,
    receiver,
  }) => {
    await signIn(page, account);
    await addEndpoint(page, receiver.url);
    await page.getByRole("button", { name: "Copy secret" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeAttached();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^whsec_/);
    expect(await page.content()).not.toContain(copied);
    expect(await readSecret(page)).toBe(copied);
    await page.getByRole("button", { name: "Hide" }).click();
    await expect(page.getByText(copied)).toBeHidden();
  });
});

test("what an endpoint missed while it was off is counted, sent again and followed", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  await page.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByText("Switched off by hand.")).toBeVisible();
  const { send, until } = client(doors.front.url, account.token);
  const sent = await Promise.all(Array.from({ length: 3 }, () => send()));
  for (const { json } of sent) await until(json["message_id"], "delivered");
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("On again.")).toBeVisible();
  await expect(page.getByLabel("Events of")).toContainText("Since it was switched off");
  await page.getByRole("button", { name: "Count" }).click();
  await expect(page.getByText(/^3 events since .* were never tried\.$/)).toBeVisible();
  expect(receiver.requests).toHaveLength(0);
  await page.getByRole("button", { name: "Send 3 again" }).click();
  await expect(page.getByText("3 of 3 delivered.")).toBeVisible();
  await expect(page).toHaveURL(/\?replay=rpl_/);
  expect(receiver.requests).toHaveLength(3);
  await page.reload();
  await expect(page.getByText("3 of 3 delivered.")).toBeVisible();
});

test("an endpoint that answers 410 is switched off, which every screen says until it is on again", async ({
  page,
  account,
  receiver,
}) => {
  receiver.answer = () => ({ status: 410 });
  await signIn(page, account);
  const id = await addEndpoint(page, receiver.url);
  await client(doors.front.url, account.token).send();
  await expect(delivered(page).filter({ hasText: "Failed" })).toHaveCount(1);
  const banner = page.getByText("Needs attention: events do not reach you");
  await page.getByRole("link", { name: "Messages" }).first().click();
  await expect(banner).toBeVisible();
  await page.getByRole("link", { name: /^http:\/\/127\.0\.0\.1/ }).click();
  await expect(page).toHaveURL(`/settings/webhooks/${id}`);
  await expect(page.getByText("Switched off: it answered 410")).toBeVisible();
  await expect(banner).toBeHidden();
  receiver.answer = () => ({ status: 200 });
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("On again.")).toBeVisible();
  await page.getByText("All that failed").click();
  await page.getByLabel("Events of").selectOption("The last hour");
  await page.getByRole("button", { name: "Count" }).click();
  await page.getByRole("button", { name: "Send 1 again" }).click();
  await expect(page.getByText("1 of 1 delivered.")).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByRole("heading", { level: 1, name: "Messages" })).toBeVisible();
  await expect(banner).toBeHidden();
});

test("the log is filtered by state in the address, paged, and saved as CSV", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  const id = await addEndpoint(page, receiver.url);
  const token = await mintToken({ email: account.email, isTest: false });
  const { send } = client(doors.front.url, token);
  await Promise.all(Array.from({ length: 52 }, () => send()));
  await expect.poll(() => receiver.requests.length, { timeout: 20_000 }).toBe(52);
  await page.goto(`/settings/webhooks/${id}?state=delivered`);
  await expect(delivered(page)).toHaveCount(50);
  await page.getByRole("button", { name: "Older deliveries" }).click();
  await expect(delivered(page)).toHaveCount(52);
  await page.getByRole("link", { name: "Failed", exact: true }).click();
  await expect(page).toHaveURL(/\?state=failed$/);
  await expect(page.getByText("No delivery is in this state.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: "Delivered", exact: true })).toHaveAttribute(
    "aria-current",
    "true",
  );
  const pressed = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV, a line a try" }).click();
  expect((await pressed).suggestedFilename()).toBe("webhook-deliveries.csv");
  const csv = await page.request.get(`/api/panel/webhook-endpoints/${id}/deliveries.csv`);
  expect((await csv.text()).trim().split("\r\n")).toHaveLength(53);
});

test("what is wrong with an endpoint is said beside its field, and what was typed stays", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/settings/webhooks");
  const url = page.getByLabel("Address", { exact: true });
  const add = page.getByRole("button", { name: "Add endpoint" });
  const refusals = {
    "": "Give the address of your endpoint, such as https://example.com/hooks.",
    "https://10.0.0.7/hooks": "10.0.0.7 is not a public address",
    "ftp://example.com/hooks": "Use an https:// address.",
    "https://me:secret@example.com/": "Leave user name and password out of the address",
  };
  for (const [typed, sentence] of Object.entries(refusals)) {
    await url.fill(typed);
    await add.click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(url).toBeFocused();
    await expect(url).toHaveAttribute("aria-invalid", "true");
    await expect(url).toHaveValue(typed);
  }
  for (const event of events) await page.getByLabel(event).uncheck();
  await url.fill("https://example.com/hooks");
  await add.click();
  await expect(page.getByText("Choose at least one event.")).toBeVisible();
  for (const event of events) await expect(page.getByLabel(event)).not.toBeChecked();
});

test("an endpoint can be changed, and deleted after asking", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  await addEndpoint(page, "https://example.com/hooks");
  await page.getByLabel("Address", { exact: true }).fill(receiver.url);
  await page.getByLabel("Description").fill("Billing");
  await page.getByRole("checkbox", { name: "sms.bounced" }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Billing" })).toBeVisible();
  await expect(
    page.getByText("Live messages: sms.delivered, sms.failed, sms.expired"),
  ).toBeVisible();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete endpoint" }).click();
  await expect(page.getByText("Endpoint deleted.")).toBeVisible();
  await expect(page.getByText("No endpoints yet")).toBeVisible();
});

test("while events wait for an endpoint, deleting it asks for its host", async ({
  page,
  account,
  receiver,
}) => {
  receiver.answer = isRefused;
  await signIn(page, account);
  await addEndpoint(page, receiver.url);
  await client(doors.front.url, account.token).send();
  await expect(delivered(page).first()).toContainText("Retrying");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("1 event still waits to be delivered")).toBeVisible();
  const sure = page.getByRole("button", { name: "Delete endpoint" });
  await expect(sure).toBeDisabled();
  await page.getByLabel(/^Type 127\.0\.0\.1/).fill(new URL(receiver.url).host);
  await sure.click();
  await expect(page.getByText("Endpoint deleted.")).toBeVisible();
});

test("an account has ten endpoints at most: the form gives way to a sentence", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  const manager = await mintToken({ email: account.email, scopes: "manage" });
  for (let place = 0; place < 9; place += 1) {
    const answer = await fetch(`${doors.front.url}/api/webhook-endpoints`, {
      method: "POST",
      headers: { authorization: `Bearer ${manager}`, "content-type": "application/json" },
      body: JSON.stringify({ url: `https://example.com/${place}` }),
    });
    expect(answer.status).toBe(201);
  }
  await page.goto("/settings/webhooks");
  await expect(page.getByText("9 of 10 in use.")).toBeVisible();
  await addEndpoint(page, "https://example.com/last");
  await page.goto("/settings/webhooks");
  await expect(page.getByText("An account has at most 10 endpoints.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add endpoint" })).toBeHidden();
});

test("nobody else's endpoint or delivery is a page, and their data is not served", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  const id = await addEndpoint(page, receiver.url);
  await client(doors.front.url, account.token).send();
  await expect(delivered(page)).toHaveCount(1);
  const path = await delivered(page).first().getByRole("link").getAttribute("href");
  const stranger = await mintAccount();
  await page.context().clearCookies();
  await signIn(page, stranger);
  for (const address of [`/settings/webhooks/${id}`, String(path)]) {
    expect((await page.goto(address))?.status()).toBe(404);
  }
  for (const data of ["deliveries", "deliveries.csv"]) {
    const answer = await page.request.get(`/api/panel/webhook-endpoints/${id}/${data}`);
    expect(answer.status()).toBe(404);
  }
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("an endpoint can be added, tested and switched off", async ({ page, account, receiver }) => {
    await signIn(page, account);
    await addEndpoint(page, receiver.url);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText(/^whsec_[A-Za-z0-9+/=]{44}$/)).toBeVisible();
    await page.getByRole("button", { name: "Send sms.bounced" }).click();
    await expect(page.getByTestId("verdict")).toHaveText(/^Taken with 200 in/);
    await page.getByRole("button", { name: "Switch off" }).click();
    await expect(page.getByText("Switched off by hand.")).toBeVisible();
  });
});
