import { expect, type Page } from "@playwright/test";
import { outcomeWords } from "../../app/(dashboard)/send/outcome-words";
import { recipientWords } from "../../app/(dashboard)/send/recipient-words";
import { scheduleFieldWords } from "../../app/(dashboard)/send/schedule-field-words";
import { sendWords } from "../../app/(dashboard)/send/words";
import { mintAccount, signIn } from "../fixtures";
import { press, refused, type Visit } from "./visit";

const costly = `Cześć\u00a0„ty” 🌲 {a} ${"long ".repeat(40)}`;

/** Writing a message: every field in use, refusals, what came of it, too few credits. */
export async function visitCompose({ page, language, look }: Visit): Promise<void> {
  const words = sendWords[language];
  const outcome = outcomeWords[language];
  await signIn(page, await mintAccount({ credits: 2 }), { path: "/send", language });
  await look("compose, empty");
  await write(page, { from: "Far too long a name", to: "12", body: "" });
  await press(page, words.send);
  await refused(page, words.from);
  await look("compose, refused");

  await page.reload();
  await write(page, {
    from: "YourBrand",
    to: "48732129000, 48221234567, 48732129000",
    body: costly,
  });
  await page.getByText(words.advanced.title, { exact: true }).click();
  await chooseRepeatedHour(page, language);
  await expect(page.getByText(recipientWords[language].problems.landline(1))).toBeVisible();
  await look("compose, everything in use");

  await page.getByLabel(scheduleFieldWords[language].now, { exact: true }).check();
  await write(page, { from: "YourBrand", to: "48732129000", body: "Hello" });
  await page.getByLabel(words.test.number, { exact: true }).fill("+48 732 129 009");
  await press(page, words.send);
  await expect(page.getByText(outcome.another)).toBeVisible();
  await look("one message sent");
  await press(page, outcome.another);
  await write(page, { from: "YourBrand", to: "48732129000", body: "a".repeat(161) });
  await expect(page.getByRole("link", { name: words.topUp(1) })).toBeVisible();
  await look("compose, without enough credits");
}

async function write(page: Page, fields: Record<"from" | "to" | "body", string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    await page.locator(`:is(input, textarea)[name=${name}]`).fill(text);
  }
}

async function chooseRepeatedHour(page: Page, language: Visit["language"]): Promise<void> {
  const words = scheduleFieldWords[language];
  await page.getByLabel(words.atATime, { exact: true }).check();
  await page.getByLabel(words.zone, { exact: true }).selectOption("Europe/Warsaw");
  await page.getByLabel(words.dayAndTime, { exact: true }).fill("2027-10-31T02:30");
  await expect(page.getByRole("group", { name: words.twice("02:30") })).toBeVisible();
}
