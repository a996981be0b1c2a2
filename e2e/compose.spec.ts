import { expect, type Page } from "@playwright/test";
import { guideMessage } from "./client";
import { balance, mintAccount, sharedDataDir, signIn, test } from "./fixtures";
import { runCli } from "./server";

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const sendButton = (page: Page) => page.getByRole("button", { name: "Send", exact: true });
/** What came of sending is headed by this. */
const outcome = (page: Page) => page.getByRole("heading", { name: /^(Accepted|Scheduled): / });

async function write(page: Page, message: Partial<typeof guideMessage> = {}): Promise<void> {
  const { from, to, body } = { ...guideMessage, ...message };
  await page.goto("/send");
  await field(page, "From").fill(from);
  await field(page, "To").fill(to);
  await field(page, "Text").fill(body);
}

async function expectOneMessage(page: Page): Promise<void> {
  await page.goto("/messages");
  await expect(page.getByRole("row").filter({ hasText: "Delivered" })).toHaveCount(1);
  // The heading row and one message.
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(balance(page)).toHaveText("99 credits");
}

test("segments and credits are counted live, by the rules the network bills by", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/send");
  const text = field(page, "Text");
  const counted = async (body: string, sum: string, cost: string) => {
    await text.fill(body);
    await expect(page.getByText(sum, { exact: true })).toBeVisible();
    await expect(page.getByText(cost)).toBeVisible();
  };
  await counted("a".repeat(160), "GSM-7 · 160/160 · 1 segment · 1 credit", "Costs 1 credit");
  await counted("a".repeat(161), "GSM-7 · 161/306 · 2 segments · 2 credits", "Costs 2 credits");
  // A euro sign is two septets and never straddles a boundary.
  const straddling = `${"a".repeat(152)}€${"a".repeat(152)}`;
  await counted(
    straddling,
    /* 1 septet stays empty */ "GSM-7 · 307/459 · 3 segments · 3 credits",
    "Costs 3 credits",
  );
  await counted("ż".repeat(70), "UCS-2 · 70/70 · 1 segment · 1 credit", "Costs 1 credit");
  await counted("ż".repeat(71), "UCS-2 · 71/134 · 2 segments · 2 credits", "Costs 2 credits");
});

test("the character that costs is named, can be replaced, and brought back", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/send");
  const text = field(page, "Text");
  await text.fill(`Cześć ${"a".repeat(80)}`);
  await expect(page.getByText(/‘ś’, ‘ć’ switch this text to Unicode/)).toBeVisible();
  await expect(page.getByText(/2 segments instead of 1 \(\+1 credit\)/)).toBeVisible();
  await page.getByRole("button", { name: "Replace all" }).click();
  await expect(text).toHaveValue(`Czesc ${"a".repeat(80)}`);
  await expect(page.getByText("GSM-7 · 86/160 · 1 segment · 1 credit")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(text).toHaveValue(`Cześć ${"a".repeat(80)}`);
});

test("a message is sent, charged, and seen delivered without a reload", async ({
  page,
  newcomer: _,
}) => {
  await write(page, { to: "+48 732 129 000", body: "Two\nlines" });
  await sendButton(page).click();
  await expect(outcome(page)).toHaveText("Accepted: 1 credit taken, 99 left");
  await expect(page.getByRole("status").getByText("Delivered")).toBeVisible();
  await expect(balance(page)).toHaveText("99 credits");
  await page.getByRole("link", { name: "Open the message" }).click();
  await expect(page.getByRole("heading", { name: "To 48732129000" })).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("what is wrong stands beside each field, what was typed stays, nothing is charged", async ({
  page,
  newcomer: _,
}) => {
  await write(page, { from: "Far too long a name", to: "12", body: "" });
  await sendButton(page).click();
  const refusal = page.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("Not sent: look at From, To, Text.");
  const wrong = {
    From: /^Invalid sender: Far too long a name/,
    To: /^Give the number in E\.164 form/,
    Text: /^Write the text of the message\./,
  };
  for (const [label, sentence] of Object.entries(wrong)) {
    await expect(field(page, label)).toHaveAttribute("aria-invalid", "true");
    await expect(field(page, label)).toHaveAccessibleDescription(sentence);
  }
  await expect(field(page, "From")).toBeFocused();
  await expect(field(page, "From")).toHaveValue("Far too long a name");
  await expect(field(page, "To")).toHaveValue("12");
  await field(page, "To").fill("48732129000");
  await expect(field(page, "To")).not.toHaveAttribute("aria-invalid");
  await expect(balance(page)).toHaveText("100 credits");
});

test("without credits the form says what is missing and what to do, and keeps the text", async ({
  page,
}) => {
  const { email, password } = await mintAccount({ credits: 1 });
  await signIn(page, { email, password });
  await write(page, { body: "a".repeat(161) });
  await sendButton(page).click();
  const refusal = page.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("Not sent: your balance is 1 credit, this needs 2.");
  const command = await refusal.locator("code").innerText();
  const [, words = ""] = /^npm run cli -- (.*)$/.exec(command) ?? [];
  expect(words).toBe(`credits grant --email ${email} --amount 100 --note "Top-up"`);
  await runCli(sharedDataDir(), words.replaceAll('"', "").split(" "));
  await sendButton(page).click();
  await expect(outcome(page)).toHaveText("Accepted: 2 credits taken, 99 left");
});

test("a double press sends once", async ({ page, newcomer: _ }) => {
  await write(page);
  await sendButton(page).dblclick();
  await expect(outcome(page)).toBeVisible();
  await expectOneMessage(page);
});

test("two submissions in the same instant send once", async ({ page, newcomer: _ }) => {
  await write(page);
  await sendButton(page).evaluate((button: HTMLButtonElement) => {
    button.form?.requestSubmit();
    button.form?.requestSubmit();
  });
  await expect(outcome(page)).toBeVisible();
  await expectOneMessage(page);
});

test("a form sent without any script is sent, too", async ({ browser, page, newcomer: _ }) => {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await write(plain);
  await sendButton(plain).click();
  await expect(outcome(plain)).toHaveText("Accepted: 1 credit taken, 99 left");
  await context.close();
  await expectOneMessage(page);
});

test("a message can be scheduled, and the time is said in the reader's zone and in UTC", async ({
  page,
  newcomer: _,
}) => {
  await write(page);
  await page.getByLabel("At a time").check();
  await expect(field(page, "Day and time")).toHaveAccessibleDescription(
    /UTC.*, in (1 h 0|60|59) min/,
  );
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(outcome(page)).toHaveText("Scheduled: 1 credit taken, 99 left");
  await expect(page.getByText(/Until then it can be cancelled in the log/)).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByRole("row").filter({ hasText: "Scheduled" })).toHaveCount(1);
});

test("after one message another can be written, as a message of its own", async ({
  page,
  newcomer: _,
}) => {
  await write(page);
  await sendButton(page).click();
  await page.getByRole("button", { name: "Send another" }).click();
  await expect(field(page, "From")).toHaveValue("YourBrand");
  await field(page, "To").fill("48732129001");
  await field(page, "Text").fill("Another");
  await field(page, "Text").press("Control+Enter");
  await expect(outcome(page)).toHaveText("Accepted: 1 credit taken, 98 left");
});
