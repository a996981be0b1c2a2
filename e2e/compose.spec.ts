import { expect } from "@playwright/test";
import { guideMessage } from "./client";
import { field, outcome, sendButton, write } from "./compose-form";
import { balance, mintAccount, signIn, test } from "./fixtures";

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
  await expect(outcome(page)).toHaveText("Accepted: 1 credit used, 99 left");
  await expect(page.getByText(/^Cost: PLN.0\.12 excl\. VAT\.$/)).toBeVisible();
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
  await expect(refusal).toContainText("Not sent: check From, To, Text.");
  const wrong = {
    From: /^Invalid sender: Far too long a name/,
    To: /^Enter the number in E\.164 format/,
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
  await expect(page.getByText("Costs 1 credit, 98 left after")).toBeVisible();
  await field(page, "Text").press("Control+Enter");
  await expect(outcome(page)).toHaveText("Accepted: 1 credit used, 98 left");
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
  await expect(page.getByText("Draft restored.")).toBeVisible();
  await expect(field(page, "Text")).toHaveValue(guideMessage.body);
  expect(await key()).toBe(before);
  await sendButton(page).click();
  await expect(outcome(page)).toBeVisible();
  await page.reload();
  await expect(field(page, "Text")).toHaveValue("");
  await expect(page.getByText("Draft restored.")).toHaveCount(0);
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
      "Nie wysłano: sprawdź pola: Od, Do.",
    );
    await expect(field(page, "Od")).toHaveAccessibleDescription(/^Nieprawidłowy nadawca:/);
    await expect(field(page, "Do")).toHaveAccessibleDescription(
      /^Podaj numer telefonu z numerem kierunkowym kraju/,
    );
    await field(page, "Od").fill("Sklep");
    await field(page, "Do").fill("48732129000, 48732129001");
    await page.getByRole("button", { name: "Sprawdź 2 wiadomości" }).click();
    await page.waitForURL(/\/campaigns\/cmp_/);
    await expect(page.getByText("2 osoby dostaną wiadomość")).toBeVisible();
  });
});
