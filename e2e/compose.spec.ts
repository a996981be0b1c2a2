import { expect, type Page } from "@playwright/test";
import { guideMessage } from "./client";
import { axeClean, balance, mintAccount, sharedDataDir, signIn, test } from "./fixtures";
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

test("too few credits show the way to more before anything is sent, and the text stays", async ({
  page,
}) => {
  const { email, password } = await mintAccount({ credits: 1 });
  await signIn(page, { email, password });
  await write(page, { body: "a".repeat(161) });
  await expect(page.getByText("This costs 2 credits, the balance is 1.")).toBeVisible();
  await expect(sendButton(page)).toHaveCount(0);
  const kept = () => page.evaluate(() => Object.values(localStorage).join(" "));
  await expect.poll(kept).toContain("a".repeat(161));
  await page.getByRole("link", { name: "Top up 1 credit" }).click();
  await page.waitForURL("**/credits");
  const words = ["credits", "grant", "--email", email, "--amount", "100", "--note", "Top-up"];
  await runCli(sharedDataDir(), words);
  await page.goBack();
  await expect(page.getByText("This is the draft from last time.")).toBeVisible();
  await sendButton(page).click();
  await expect(outcome(page)).toHaveText("Accepted: 2 credits taken, 99 left");
});

test("without any script, a form without credits says what is missing and what to do", async ({
  browser,
  page,
}) => {
  const { email, password } = await mintAccount({ credits: 1 });
  await signIn(page, { email, password });
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await write(plain, { body: "a".repeat(161) });
  await sendButton(plain).click();
  const refusal = plain.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("Not sent: your balance is 1 credit, this needs 2.");
  await expect(refusal.locator("code")).toHaveText(
    `npm run cli -- credits grant --email ${email} --amount 100 --note "Top-up"`,
  );
  await expect(field(plain, "Text")).toHaveValue("a".repeat(161));
  await context.close();
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

test("pasted numbers are told apart, bad ones say why, and the rest are sent to, once each", async ({
  page,
  newcomer: _,
}) => {
  const pasted = "+48 732 129 000, 48732129001; 0048 732-129-002\n48732129001\n48 22 123 45 67";
  await write(page, { to: pasted });
  const list = page.getByRole("list", { name: "Recipients" });
  await expect(list.getByRole("listitem")).toHaveCount(4);
  await expect(list.getByRole("listitem").first()).toContainText(
    "48221234567 is a fixed line, which cannot receive SMS.",
  );
  await expect(page.getByText("1 number cannot be reached · 1 duplicate left out")).toBeVisible();
  await expect(page.getByText("Costs 3 credits (1 × 3), 97 left after")).toBeVisible();
  await page.getByRole("button", { name: "Send to 3 numbers" }).dblclick();
  await expect(outcome(page)).toHaveText("Accepted: 3 credits taken, 97 left");
  const accepted = page.getByRole("list", { name: "Accepted" }).getByRole("listitem");
  await expect(accepted).toHaveCount(3);
  await expect(accepted.first()).toContainText("48732129000");
  await expect(page.getByRole("list", { name: "Refused" })).toContainText("fixed line");
  await expect(page.getByRole("link", { name: /^msg_/ })).toHaveCount(3);
  await page.getByRole("button", { name: "Write to the refused again" }).click();
  await expect(field(page, "To")).toHaveValue("48221234567");
  await expect(balance(page)).toHaveText("97 credits");
});

test("a draft is kept, restored with a note and with its key, and gone once it is sent", async ({
  page,
  newcomer: _,
}) => {
  const key = () => page.locator('input[name="idempotency_key"]').inputValue();
  await write(page);
  const kept = () => page.evaluate(() => Object.values(localStorage).join(" "));
  await expect.poll(kept).toContain(guideMessage.body);
  const before = await key();
  await page.reload();
  await expect(page.getByText("This is the draft from last time.")).toBeVisible();
  await expect(field(page, "Text")).toHaveValue(guideMessage.body);
  expect(await key()).toBe(before);
  await sendButton(page).click();
  await expect(outcome(page)).toBeVisible();
  await page.reload();
  await expect(field(page, "Text")).toHaveValue("");
  await expect(page.getByText("This is the draft from last time.")).toHaveCount(0);
});

test("signing out leaves no draft in the browser, not even what was typed a moment before", async ({
  page,
  newcomer: _,
}) => {
  await write(page, { body: "For nobody else" });
  await page.evaluate(() => {
    localStorage.setItem("depesza.draft.acc_of_another", '{"draft":{"body":"Theirs"},"key":"1"}');
    localStorage.setItem("unrelated", "stays");
  });
  await field(page, "Text").pressSequentially(", at last");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("/sign-in?after=sign-out");
  const kept = () => page.evaluate(() => Object.keys(localStorage));
  await expect.poll(kept).toEqual(["unrelated"]);
});

test("a test goes to one's own number, which is asked for once", async ({ page, newcomer: _ }) => {
  await page.goto("/send");
  await field(page, "From").fill("Shop");
  await field(page, "Text").fill("To myself");
  const own = page.getByLabel("Your own number");
  const test = page.getByRole("button", { name: "Send a test to me (1 credit)" });
  await own.fill("12");
  await test.click();
  await expect(own).toHaveAccessibleDescription(/^Give the number in E\.164 form/);
  await own.fill("+48 732 129 009");
  await test.dblclick();
  await expect(
    page.getByText(/Test on its way to 48732129009: 1 credit taken, 99 left/),
  ).toBeVisible();
  await expect(own).toHaveCount(0);
  await page.goto("/send");
  await expect(page.getByText("To 48732129009.")).toBeVisible();
  await expect(balance(page)).toHaveText("99 credits");
});

test.describe("on a clock in New York", () => {
  test.use({ timezoneId: "America/New_York" });

  test("a time can be meant in another zone, and a change of the clocks is asked about", async ({
    page,
    newcomer: _,
  }) => {
    await page.clock.setFixedTime(new Date("2027-03-20T12:00:00Z"));
    await write(page);
    await page.getByLabel("At a time").check();
    const zone = page.getByLabel("On the clocks of");
    await expect(zone).toHaveValue("America/New_York");
    await zone.selectOption("Europe/Warsaw");
    const time = field(page, "Day and time");
    await time.fill("2027-03-22T09:00");
    await expect(time).toHaveAccessibleDescription(
      "Mon 22 Mar 2027, 09:00 Europe/Warsaw = 04:00 America/New_York = 08:00 UTC, in 44 h 0 min",
    );
    await time.fill("2027-03-28T02:30");
    await expect(page.getByRole("group", { name: /02:30 is skipped/ })).toBeVisible();
    const sent = page.locator('input[name="scheduled_at"]');
    await expect(sent).toHaveValue("2027-03-28T01:30:00.000Z");
    await page.getByLabel("01:30, before the change (UTC+1)").check();
    await expect(sent).toHaveValue("2027-03-28T00:30:00.000Z");
  });
});

test("the key can be seen and renewed, a reference and a validity go along", async ({
  page,
  newcomer: _,
}) => {
  await write(page);
  await page.getByText("Advanced", { exact: true }).click();
  const key = page.getByLabel("Idempotency key");
  const before = await key.inputValue();
  await page.getByRole("button", { name: "New key" }).click();
  await expect(key).not.toHaveValue(before);
  await key.fill("mine");
  await sendButton(page).click();
  await expect(key).toHaveAccessibleDescription(/^The idempotency key must be a UUID v4\./);
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Reference").fill("order 1042");
  await page.getByLabel("Valid for").selectOption("15 minutes");
  await sendButton(page).click();
  await page.getByRole("link", { name: "Open the message" }).click();
  await expect(page.getByText("order 1042")).toBeVisible();
});

test.describe("in Polish", () => {
  test.use({ locale: "pl-PL" });

  test("a message is written, refused and sent in Polish", async ({ page, context }) => {
    const { email, password } = await mintAccount();
    await context.addCookies([
      { name: "language", value: "en", url: process.env["E2E_URL"] ?? "" },
    ]);
    await signIn(page, { email, password });
    await context.addCookies([
      { name: "language", value: "pl", url: process.env["E2E_URL"] ?? "" },
    ]);
    await page.goto("/send");
    await expect(page).toHaveTitle(/Wyślij/);
    await field(page, "Od").fill("Far too long a name");
    await field(page, "Do").fill("12");
    await field(page, "Treść").fill(`Cześć\u00a0„ty” ${"a".repeat(80)}`);
    await expect(
      page.getByText(/„ś”, „ć”, twarda spacja.* przełączają tekst na Unicode/),
    ).toBeVisible();
    await page.getByRole("button", { name: "Zamień wszystkie" }).click();
    await expect(page.getByText("GSM-7 · 91/160 · 1 segment · 1 kredyt")).toBeVisible();
    await page.getByRole("button", { name: "Wyślij", exact: true }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      "Nie wysłano: do poprawy: Od, Do.",
    );
    await expect(field(page, "Od")).toHaveAccessibleDescription(/^Nieprawidłowy nadawca:/);
    await expect(field(page, "Do")).toHaveAccessibleDescription(/^Podaj numer z kierunkowym kraju/);
    await field(page, "Od").fill("Sklep");
    await field(page, "Do").fill("48732129000, 48732129001");
    await page.getByRole("button", { name: "Wyślij do 2 numerów" }).click();
    await expect(page.getByRole("heading", { name: /^Przyjęto/ })).toHaveText(
      "Przyjęto. Koszt: 2 kredyty, zostało 98",
    );
  });
});

for (const language of ["en", "pl"]) {
  test(`the full form keeps the rules and fits any screen (${language})`, async ({
    page,
    context,
    newcomer: _,
  }) => {
    await context.addCookies([
      { name: "language", value: language, url: process.env["E2E_URL"] ?? "" },
    ]);
    await page.goto("/send");
    await page.locator('textarea[name="to"]').fill("48732129000, 48732129001, 48221234567");
    await page.locator('textarea[name="body"]').fill(`Cześć… {a} ${"ż".repeat(150)}`);
    await page.locator("summary").click();
    await page.getByRole("radio").nth(1).check();
    await expect(page.getByRole("list").filter({ hasText: "48221234567" })).toContainText(
      language === "pl" ? "stacjonarny" : "fixed line",
    );
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await overflow(), `at ${width} px`).toBeLessThanOrEqual(0);
    }
    await axeClean(page);
  });
}
