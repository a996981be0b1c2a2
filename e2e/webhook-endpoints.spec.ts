import { expect } from "@playwright/test";
import { accountEvents } from "../lib/webhooks/event-contract";
import { client } from "./client";
import { doors } from "./doors";
import { mintAccount, mintToken, signIn } from "./fixtures";
import { addEndpoint, delivered, isRefused, test } from "./webhook-place";

test("what is wrong with an endpoint is said beside its field, and what was typed stays", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/settings/webhooks");
  const url = page.getByLabel("URL", { exact: true });
  const add = page.getByRole("button", { name: "Add endpoint" });
  const refusals = {
    "": "Enter the URL of your endpoint, such as https://example.com/hooks.",
    "https://10.0.0.7/hooks": "10.0.0.7 is not a public address",
    "ftp://example.com/hooks": "Use an https:// URL.",
    "https://me:secret@example.com/": "Remove the username and password from the URL",
  };
  for (const [typed, sentence] of Object.entries(refusals)) {
    await url.fill(typed);
    await add.click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(url).toBeFocused();
    await expect(url).toHaveAttribute("aria-invalid", "true");
    await expect(url).toHaveValue(typed);
  }
  for (const event of accountEvents) await page.getByLabel(event).uncheck();
  await url.fill("https://example.com/hooks");
  await add.click();
  await expect(page.getByText("Choose at least one event.")).toBeVisible();
  for (const event of accountEvents) await expect(page.getByLabel(event)).not.toBeChecked();
});

test("an endpoint can be changed, and deleted after asking", async ({
  page,
  account,
  receiver,
}) => {
  await signIn(page, account);
  await addEndpoint(page, "https://example.com/hooks");
  await page.getByLabel("URL", { exact: true }).fill(receiver.url);
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
  await expect(page.getByText("1 event is pending and won't be delivered.")).toBeVisible();
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
