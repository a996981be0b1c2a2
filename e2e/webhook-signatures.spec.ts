import { expect } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { signIn } from "./fixtures";
import {
  addEndpoint,
  delivered,
  events,
  isRefused,
  readSecret,
  test,
  verified,
} from "./webhook-place";

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
    await expect(page.getByTestId("verdict")).toHaveText(/^Accepted with 202 in/);
    const got = receiver.requests[place];
    expect(got && verified(secret, got)).toMatchObject({ event, test: true });
    const shown = page.getByRole("figure").filter({ hasText: "Request headers" });
    await expect(shown).toContainText(String(got?.headers["webhook-signature"]));
  }
  receiver.answer = isRefused;
  await page.getByRole("button", { name: "Send sms.failed" }).click();
  await expect(page.getByTestId("verdict")).toHaveText(/^Failed with 500 in/);
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
    await page.getByRole("button", { name: "Check signature" }).click();
  };
  const body = got?.body ?? "";
  await explain(JSON.stringify(JSON.parse(body), null, 2));
  await expect(page.getByText("body_changed")).toBeVisible();
  await expect(page.getByText(/parsed and re-serialized before verification/)).toBeVisible();
  // What was pasted stays, to be corrected and tried again.
  await expect(page.getByLabel("Headers", { exact: true })).toHaveValue(/webhook-id/);
  await explain(body, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
  await expect(page.getByText("wrong_secret")).toBeVisible();
  await explain(`${body}\n`);
  await expect(page.getByText("The signature is valid")).toBeVisible();
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
  await dialog.getByRole("button", { name: "Create new secret" }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByText(/^Each event is signed with this secret and the previous one until/),
  ).toBeVisible();
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
