import { expect, type Page } from "@playwright/test";
import { type Answer, call, client } from "./client";
import { doors } from "./doors";
import { mintAccount, mintToken, test } from "./fixtures";

/** The account's tokens over the API, as any client asks. */
function tokensApi(url: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const ask = (path: string, method = "GET", body?: object): Promise<Answer> =>
    call(`${url}/api/tokens${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
  return { ask };
}

const secretShown = (page: Page) =>
  page.getByText(/^actio_(live|test)_[0-9A-Za-z]{38}$/).innerText();
const rowOf = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

async function generate(page: Page, name: string): Promise<string> {
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Generate token" }).click();
  await expect(page.getByRole("heading", { name: `Token “${name}” is ready` })).toBeFocused();
  return secretShown(page);
}

test("a rotated secret stops in the other process with the very next request", async () => {
  const { email } = await mintAccount();
  const old = await mintToken({ email, scopes: "send,read,manage" });
  const front = tokensApi(doors.front.url, old);
  const { data } = (await front.ask("")).json;
  const [{ token_id: id } = { token_id: "" }] = data as { token_id: string }[];
  const atNext = client(doors.nextHost.url, old);
  expect((await atNext.send()).status).toBe(200);
  const first = await front.ask(`/${id}/rotate`, "POST", { grace_hours: 24 });
  const second = String(first.json["token"]);
  expect((await atNext.send()).status).toBe(200);
  expect((await client(doors.nextHost.url, second).send()).status).toBe(200);
  const last = await tokensApi(doors.nextHost.url, second).ask(`/${id}/rotate`, "POST");
  expect(last.status).toBe(200);
  for (const token of [old, second]) {
    for (const door of [doors.nextHost, doors.front]) {
      expect((await client(door.url, token).send()).status).toBe(401);
    }
  }
  expect((await client(doors.front.url, String(last.json["token"])).send()).status).toBe(200);
});

test("scopes, expiry and addresses are chosen in the form and hold", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/settings/api");
  await page.getByRole("checkbox", { name: "Send" }).uncheck();
  await page.getByLabel("Expires").selectOption("30");
  await page.getByText("More", { exact: true }).click();
  const addresses = page.getByLabel("Allowed IP addresses");
  await addresses.fill("198.51.100.7/24\nat home");
  await page.getByLabel("Name").fill("Reports");
  await page.getByRole("button", { name: "Generate token" }).click();
  await expect(page.getByText("“at” is not a valid IP address or CIDR range")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Send" })).not.toBeChecked();
  await addresses.fill("198.51.100.7/24");
  const token = await generate(page, "Reports");
  const row = rowOf(page, "Reports");
  await expect(row).toContainText("May read");
  await expect(row).toContainText("From 198.51.100.0/24");
  await expect(row).toContainText(/Expires (in|\d)/);
  expect((await client(doors.front.url, token).send()).status).toBe(401);
});

test("rotating in the panel: a new secret now, the old one counts down, revoking ends both", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/settings/api");
  const old = await generate(page, "Shop");
  expect((await client(doors.front.url, old).send()).status).toBe(200);
  await page.reload();
  await page.getByRole("button", { name: "Rotate Shop" }).click();
  const dialog = page.getByRole("dialog", { name: "Rotate “Shop”?" });
  await dialog.getByLabel("In 24 hours").check();
  await dialog.getByRole("button", { name: "Create new secret" }).click();
  await expect(page.getByRole("heading", { name: "Token “Shop” has a new secret" })).toBeFocused();
  await expect(dialog).toBeHidden();
  const fresh = await secretShown(page);
  const row = rowOf(page, "Shop");
  await expect(row).toContainText(/Old secret actio_live_….{4} ends in 23 h 59 min/);
  for (const token of [old, fresh]) {
    expect((await client(doors.front.url, token).send()).status).toBe(200);
  }
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText("3 requests in 24 h", { timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Revoke Shop" }).click();
  const question = page.getByRole("dialog", { name: "Revoke “Shop”?" });
  await expect(question).toContainText("It made 3 requests in the last 24 hours");
  await question.getByRole("button", { name: "Revoke token" }).click();
  await expect(page.getByText(/Token revoked\. It stopped working at/)).toBeVisible();
  for (const token of [old, fresh]) {
    expect((await client(doors.front.url, token).send()).status).toBe(401);
  }
});
