import { expect, type Page } from "@playwright/test";
import { beginCampaign, numbersFrom, startCampaign, upload, writeCampaign } from "./campaign-page";
import { balance, mintAccount, signIn, test } from "./fixtures";

/** 280 people, and 20 rows that nothing can be sent to. */
const customers = [
  "Telefon;Imię;Zamówienie;Miasto",
  ...numbersFrom(0, 280).map((to, place) => `${to};Ada;${4000 + place};Gdynia`),
  ...["12", "4873212900", "abc", "999000111222", "5"].map((to) => `${to};Jan;1;Łódź`),
  ";Jan;1;Łódź",
  ";Jan;2;Łódź",
  ...["48221234567", "48221234568"].map((to) => `${to};Jan;1;Łódź`),
  ...numbersFrom(0, 9).map((to) => `${to};Jan;1;Łódź`),
  ...numbersFrom(500, 2).map((to) => `${to};Jan;;Łódź`),
].join("\r\n");

const body = "Hi {{first_name|there}}, order {{zamowienie}} is ready.";

test("a campaign goes all the way: file, columns, check, test, start, pause, resume, end", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, await mintAccount({ credits: 1000 }), { path: "/campaigns" });
  await beginCampaign(page);
  await upload(page, { name: "customers.csv", content: customers });
  await expect(page.getByText("customers.csv")).toBeVisible();
  await expect(page.getByText("300 rows")).toBeVisible();
  await expect(page.getByLabel("Delimiter")).toHaveValue(";");
  await expect(page.getByLabel("Use Telefon as")).toHaveValue("to");
  await expect(page.getByLabel("Use Imię as")).toHaveValue("first_name");
  await page.getByLabel("Use Miasto as").selectOption({ label: "Ignored" });
  await expect(page.getByText("Ignored: Miasto.")).toBeVisible();
  await writeCampaign(page, { name: "Spring sale", body });
  await expect(page.getByText("Hi Ada, order 4000 is ready.").first()).toBeVisible();

  await expect(page.getByText("280 people will get a message")).toBeVisible();
  await expect(page.getByText("20 rows omitted")).toBeVisible();
  for (const [count, problem] of [
    [5, "Not a number that can be reached"],
    [2, "Missing value"],
    [2, "No number"],
    [2, "Landline"],
    [9, "Duplicate"],
  ] as const) {
    const group = page.locator("summary").filter({ hasText: problem });
    await expect(group).toContainText(String(count));
  }
  await page.locator("summary").filter({ hasText: "Duplicate" }).click();
  await expect(page.getByText("same as row 2", { exact: true })).toBeVisible();
  await expect(page.getByText("280 people get 1 segment")).toBeVisible();
  await expect(page.getByText("720 credits")).toBeVisible();

  await page.reload();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue(body);
  await page.getByLabel("Your own number").fill("+48 732 129 009");
  await page.getByRole("button", { name: "Send me a test (1 credit)" }).click();
  await expect(page.getByText("Sending a test to 48732129009.")).toBeVisible();

  await page.getByLabel("Maximum messages per second").fill("20");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await startCampaign(page, 280);
  const progress = page.getByRole("region", { name: "Progress" });
  await expect(progress.getByText(/^[1-9]\d* of 280 delivered$/)).toBeVisible();
  await expect(balance(page)).toHaveText("719 credits");
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(progress.getByText(/already been sent to the carriers/)).toBeVisible();
  await page.getByLabel("Maximum messages per second").fill("500");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("Changed.")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(progress.getByText("280 of 280 delivered")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Finished", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("table", { name: "By country" })).toContainText("Poland");

  await page.getByRole("link", { name: "Open in the log" }).click();
  await expect(page.locator("tbody").getByRole("row").first()).toBeVisible();
  await page.goto("/campaigns");
  const listed = page.getByRole("listitem").filter({ hasText: "Spring sale" });
  await expect(listed).toContainText("280 people");
  await expect(listed).toContainText("100% done");
});

test("those whose message failed get a draft of their own, and a campaign can be duplicated", async ({
  page,
}) => {
  await signIn(page, await mintAccount({ credits: 50 }), { path: "/campaigns" });
  await beginCampaign(page);
  await paste(page, ["48500000002", ...numbersFrom(0, 2)]);
  await writeCampaign(page, { name: "Opening", body: "The shop opens at ten." });
  await startCampaign(page, 3);
  await expect(page.getByText("Finished", { exact: true })).toBeVisible({ timeout: 60_000 });
  const first = page.url();
  await page.getByRole("button", { name: "Send to the 1 failed only" }).click();
  await expect(page.getByText("1 person will get a message")).toBeVisible();
  await expect(page).not.toHaveURL(first);
  await page.goto(first);
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(page.getByText("3 people will get a message")).toBeVisible();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue("The shop opens at ten.");
});

test("cancelling says what cannot be stopped, and gives back exactly the rest", async ({
  page,
}) => {
  await signIn(page, await mintAccount({ credits: 300 }), { path: "/campaigns" });
  await beginCampaign(page);
  await paste(page, numbersFrom(0, 200));
  await writeCampaign(page, { name: "Too early", body: "The shop opens at ten." });
  await page.getByLabel("Maximum messages per second").fill("5");
  await expect(page.getByText("200 people will get a message")).toBeVisible();
  await startCampaign(page, 200);
  const progress = page.getByRole("region", { name: "Progress" });
  await expect(progress.getByText(/^[1-9]\d* of 200 delivered$/)).toBeVisible();
  await page.getByRole("button", { name: "Cancel the campaign" }).click();
  const question = page.getByRole("dialog");
  await question.getByRole("button", { name: "Cancel the campaign" }).click();
  const said = progress.getByText(/^Cancelled\. \d+ credits were refunded\.$/);
  await expect(said).toBeVisible();
  const refunded = Number((await said.innerText()).match(/\d+/)?.[0]);
  expect(refunded).toBeGreaterThan(100);
  await page.goto("/credits");
  await expect(balance(page)).toHaveText(`${100 + refunded} credits`);
});

test("what two people change at once is kept field by field, and each sees the other's", async ({
  page,
  browser,
}) => {
  await signIn(page, await mintAccount({ credits: 10 }), { path: "/campaigns" });
  await beginCampaign(page);
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto(page.url());
  await page.getByLabel("Campaign name", { exact: true }).fill("Ours");
  await other.getByLabel("Text", { exact: true }).fill("Hello");
  await expect(other.getByLabel("Campaign name", { exact: true })).toHaveValue("Ours", {
    timeout: 20_000,
  });
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue("Hello", { timeout: 20_000 });
  await context.close();
});

async function paste(page: Page, numbers: string[]): Promise<void> {
  await page.getByLabel("Or paste numbers").fill(numbers.join("\n"));
  await page.getByRole("button", { name: "Use these" }).click();
  await expect(page.getByText("Pasted list")).toBeVisible();
}
