import { expect } from "@playwright/test";
import { numbersFrom, startCampaign } from "./campaign-page";
import { field, outcome, reviewAsCampaign, write } from "./compose-form";
import { balance, mintAccount, signIn, test } from "./fixtures";

test("pasted numbers are told apart, bad ones say why, and the rest are sent to as a campaign, once each", async ({
  page,
  newcomer: _,
}) => {
  const pasted = "+48 732 129 000, 48732129001; 0048 732-129-002\n48732129001\n48 22 123 45 67";
  await write(page, { to: pasted, body: "The shop opens at ten." });
  const list = page.getByRole("list", { name: "Recipients" });
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText("48221234567 is a landline and can't receive SMS.")).toBeVisible();
  await expect(page.getByText("3 of 4 can be reached")).toBeVisible();
  await expect(page.getByText("1 duplicate removed")).toBeVisible();
  await expect(page.getByText("Costs 3 credits (1 × 3), 97 left after")).toBeVisible();
  await expect(page.getByText(/^Opens a campaign\. Nothing is sent/)).toBeVisible();
  await page.getByRole("button", { name: "Review 3 messages" }).dblclick();
  await page.waitForURL(/\/campaigns\/cmp_/);
  await expect(page.getByText("3 people will get a message")).toBeVisible();
  await expect(page.getByText("2 rows omitted")).toBeVisible();
  await startCampaign(page, 3);
  const progress = page.getByRole("region", { name: "Progress" });
  await expect(progress.getByText("3 of 3 delivered")).toBeVisible();
  await expect(balance(page)).toHaveText("97 credits");
  await page.getByRole("link", { name: "Open in the log" }).click();
  const filter = "Remove the filter Campaign: The shop opens at ten.";
  await expect(page.getByRole("link", { name: filter })).toBeVisible();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(3);
  await expect(progress.getByText("3 of 3 delivered")).toBeVisible();
  await progress.getByRole("link", { name: "The shop opens at ten." }).click();
  await page.waitForURL(/\/campaigns\/cmp_/);
  await page.goto("/campaigns");
  await expect(
    page.getByRole("listitem").filter({ hasText: "The shop opens at ten." }),
  ).toHaveCount(1);
  await page.goto("/send");
  await expect(field(page, "To")).toHaveValue("");
});

test("Polish numbers without 48 are not sent abroad, and get it at a press", async ({
  page,
  newcomer: _,
}) => {
  await write(page, { to: "732 129 000\n880 129 001\n48732129002" });
  await expect(
    page.getByText("880129001 has no country code. With the country code 48 it is 48880129001."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Add country code 48 to 2 numbers" }).click();
  await expect(field(page, "To")).toHaveValue("+48732129000\n+48880129001\n48732129002");
  await expect(page.getByText(/can be reached/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Review 3 messages" })).toBeEnabled();
});

test("300 numbers without their country code cannot be sent to before one press completes them", async ({
  page,
}) => {
  await signIn(page, await mintAccount({ credits: 1000 }));
  const national = Array.from({ length: 296 }, (_each, at) => String(732_129_000 + at));
  const pasted = [...national, national[0], national[1], "48221234567", "12"].join("\n");
  await write(page, { to: pasted });
  await expect(page.getByText("0 of 298 can be reached")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
  await expect(page.getByText("None of these numbers can be reached.")).toBeVisible();
  await field(page, "Text").press("Control+Enter");
  const group = page.getByRole("listitem").filter({ hasText: "296 numbers have no country code" });
  await expect(group.getByText("and 293 more")).toBeVisible();
  expect((await group.innerText()).length).toBeLessThan(600);
  await group.getByRole("button", { name: "Add country code 48 to 296 numbers" }).click();
  await expect(page.getByText("296 of 298 can be reached")).toBeVisible();
  await page.getByRole("button", { name: "Remove 1 number" }).first().click();
  await page.getByRole("button", { name: "Remove 1 number" }).click();
  await expect(page.getByRole("button", { name: "Review 296 messages" })).toBeEnabled();
});

test.describe("thousands of pasted numbers", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("are counted and checked without being listed, become a campaign, and have a limit", async ({
    page,
  }) => {
    await signIn(page, await mintAccount({ credits: 100 }));
    await write(page, { to: "" });
    const paste = async (count: number) => {
      const text = numbersFrom(0, count).join("\n");
      await page.evaluate((each) => navigator.clipboard.writeText(each), text);
      await field(page, "To").press("ControlOrMeta+V");
    };
    await paste(10_001);
    const why = "You can paste up to 10,000 numbers, these are 10,001.";
    await expect(page.getByRole("status").getByText(why)).toBeVisible();
    await expect(page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
    await page.getByRole("button", { name: "Remove the list" }).click();
    await expect(field(page, "To")).toBeFocused();
    await paste(2000);
    await expect(page.getByText("Pasted list: 2,000 numbers")).toBeVisible();
    await expect(page.getByText("This costs 2,000 credits. Your balance is 100.")).toBeVisible();
    await page.getByRole("button", { name: "Review 2,000 messages" }).click();
    await page.waitForURL(/\/campaigns\/cmp_/);
    await expect(page.getByText("2,000 people will get a message")).toBeVisible();
  });
});

test("a column of names is left out, and said so once", async ({ page }) => {
  await signIn(page, await mintAccount({ credits: 1000 }));
  const to = Array.from(
    { length: 300 },
    (_each, at) => `Anna Kowalska\t${48_732_129_000 + at}`,
  ).join("\n");
  await write(page, { to });
  await expect(page.getByText("300 texts, such as “Anna Kowalska”, are not numbers")).toBeVisible();
  await expect(page.getByText(/duplicate/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Review 300 messages" })).toBeEnabled();
});

test("a number that is corrected is shown before and after it is sent", async ({
  page,
  newcomer: _,
}) => {
  await write(page, { to: "+44 (0)7700 900123" });
  await expect(page.getByText("The message will be sent to 447700900123.")).toBeVisible();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(outcome(page)).toHaveText("Accepted: 1 credit used, 99 left");
  await page.goto("/messages");
  await expect(page.locator("tbody").getByRole("row")).toContainText("447700900123");
});

test("a default country completes the numbers of an account", async ({ page, newcomer: _ }) => {
  await page.goto("/settings/account");
  await page.getByLabel("Default country").selectOption("PL");
  await page.getByRole("button", { name: "Save default country" }).click();
  await expect(page.getByText("Default country saved.")).toBeVisible();
  await write(page, { to: "732 129 000\n732 129 001\n508 551 234" });
  await expect(page.getByText("2 of 3 can be reached")).toBeVisible();
  await expect(page.getByText("2 numbers corrected")).toBeVisible();
  await expect(page.getByText("1 number could be of two countries")).toBeVisible();
  await page.getByRole("button", { name: "Add country code 48 to 1 number" }).click();
  await reviewAsCampaign(page, 3);
});

test("a test goes to one's own number, which is asked for once", async ({ page, newcomer: _ }) => {
  await page.goto("/send");
  await field(page, "From").fill("Shop");
  await field(page, "Text").fill("To myself");
  const own = page.getByLabel("Your own number");
  const test = page.getByRole("button", { name: "Send a test to me (1 credit)" });
  await own.fill("12");
  await test.click();
  await expect(own).toHaveAccessibleDescription(/^Enter the number in E\.164 format/);
  await own.fill("+48 732 129 009");
  await test.dblclick();
  await expect(
    page.getByText(/Sending a test to 48732129009. 1 credit used, 99 left/),
  ).toBeVisible();
  await expect(own).toHaveCount(0);
  await page.goto("/send");
  await expect(page.getByText("To 48732129009.")).toBeVisible();
  await field(page, "From").fill("Shop");
  await field(page, "Text").fill("To myself");
  await page.getByRole("button", { name: "Change the number" }).click();
  await own.fill("-");
  await test.click();
  await expect(own).toHaveAccessibleDescription(/^Enter the number in E\.164 format/);
  await expect(balance(page)).toHaveText("99 credits");
});
