import { expect, type Page } from "@playwright/test";
import { messageWords } from "../../app/(dashboard)/messages/[messageId]/words";
import { logWords } from "../../app/(dashboard)/messages/words";
import { keyboardWords } from "../../components/shell/keyboard-words";
import { mintAccount, signIn } from "../fixtures";
import { fillLog, press, type Visit } from "./visit";

/** The log, empty, filled and filtered, a message in its drawer and on its page, and what can be done with it. */
export async function visitMessages({ page, language, look }: Visit): Promise<void> {
  const log = logWords[language];
  const words = messageWords[language];
  const account = await mintAccount();
  await signIn(page, account, { language });
  await expect(page.getByText(log.none.title)).toBeVisible();
  await look("an empty log");
  const ids = await fillLog(account.token);
  const [failed, scheduled] = [ids[0], ids.at(-1)];
  await page.reload();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(4);
  await look("a filled log");
  await page.goto("/messages?status=failed,expired&q=000&client_ref=none&test=false");
  await page.getByText(log.filters.more).click();
  await expect(page.getByText(log.noMatch.title)).toBeVisible();
  await look("a log where nothing matches, all filters shown");

  await page.goto(`/messages?m=${failed}`);
  await expect(page.getByRole("heading", { name: words.happened })).toBeVisible();
  await look("a message in its drawer");
  await press(page, words.again.open);
  await expect(page.getByRole("dialog", { name: words.again.title })).toBeVisible();
  await look("asked whether to send it again");
  await page.goto(`/messages/${failed}`);
  await page.getByText(words.rawReport).last().click();
  await look("a message's page");
  await page.goto(`/messages/${scheduled}`);
  await press(page, words.move.open);
  await expect(page.getByRole("dialog", { name: words.move.title })).toBeVisible();
  await look("asked when to send it instead");
  await page.keyboard.press("Escape");
  await press(page, log.cancelFull(1));
  await expect(page.getByText(log.cancelled(1))).toBeVisible();
  await look("a message's page, just cancelled");
  await visitKeyboardSheets({ page, language, look });
}

/** What opens by a key on every signed-in screen. */
async function visitKeyboardSheets({ page, language, look }: Visit): Promise<void> {
  const words = keyboardWords[language];
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: words.open }).fill("48");
  await expect(page.getByRole("option").first()).toBeVisible();
  await look("the palette, with a number typed");
  await closeDialog(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: words.sheet })).toBeVisible();
  await look("the keys");
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
}
