import { expect, type Page } from "@playwright/test";
import { deliveryPageWords } from "../../app/(dashboard)/settings/webhooks/[endpointId]/[eventId]/words";
import { signatureWords } from "../../app/(dashboard)/settings/webhooks/[endpointId]/signature-words";
import { endpointWords } from "../../app/(dashboard)/settings/webhooks/[endpointId]/words";
import { webhooksWords } from "../../app/(dashboard)/settings/webhooks/words";
import { mintAccount, signIn } from "../fixtures";
import { fillLog, press, refused, unreachable, type Visit } from "./visit";

/** Webhooks: none, a refused one, one that is down with everything on its page in use, its deliveries, and its end. */
export async function visitWebhooks({ page, language, look }: Visit): Promise<void> {
  const { add, fields, none } = webhooksWords[language];
  const words = endpointWords[language];
  const account = await mintAccount();
  await signIn(page, account, { path: "/settings/webhooks", language });
  await expect(page.getByText(none.title)).toBeVisible();
  await look("webhooks, none yet");
  const address = page.getByLabel(fields.address, { exact: true });
  await address.fill("https://10.0.0.7/");
  await press(page, add.submit);
  await refused(page, fields.address);
  await look("a refused endpoint");
  await address.fill(unreachable);
  await page.getByLabel(fields.description, { exact: true }).fill("Zamówienia");
  await press(page, add.submit);
  await expect(page.getByText(words.notices.added)).toBeVisible();
  await look("a new endpoint");
  const [messageId] = await fillLog(account.token);
  await useEverything(page, language);
  await look("an endpoint that is down, everything on its page in use");
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page.getByText(deliveryPageWords[language].posted)).toBeVisible();
  await look("a delivery that is tried again");
  await page.goBack();
  await visitDialogs({ page, language, look });
  await page.goto("/settings/webhooks");
  await look("webhooks, one of them switched off");
  await page.goto(`/messages/${messageId}`);
  await expect(page.getByRole("listitem").filter({ hasText: "sms.failed" }).first()).toBeVisible();
  await look("a message with a webhook");
}

async function useEverything(page: Page, language: Visit["language"]): Promise<void> {
  const words = endpointWords[language];
  await press(page, words.secret.show);
  await press(page, words.test.send("sms.failed"));
  await expect(page.getByTestId("verdict")).toBeVisible();
  await press(page, signatureWords[language].submit);
  await expect(page.getByText(signatureWords[language].reasons.malformed_header)).toBeVisible();
  await press(page, words.replay.count);
  await expect(page.getByText(words.replay.outcomes.failed_since.trim()).last()).toBeVisible();
  await expect(page.locator("tbody").getByRole("row")).toHaveCount(3);
}

async function visitDialogs({ page, language, look }: Visit): Promise<void> {
  const words = endpointWords[language];
  const dialog = page.getByRole("dialog");
  await press(page, words.secret.rotate);
  await expect(dialog).toBeVisible();
  await look("asked whether to rotate a webhook secret");
  await press(page, words.secret.submit);
  await expect(page.getByText(words.secret.two)).toBeVisible();
  await press(page, words.delete.title);
  await expect(dialog).toBeVisible();
  await look("asked to type the host before an endpoint is deleted");
  await page.keyboard.press("Escape");
  await press(page, words.head.off);
  await expect(page.getByText(words.notices.manual)).toBeVisible();
  await look("an endpoint that was switched off, two secrets signing");
}
