import { expect, type Page } from "@playwright/test";
import { guideMessage } from "./client";
import { balance } from "./fixtures";

/** A field of the form, by its label. */
export const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** The button that sends to one number. */
export const sendButton = (page: Page) => page.getByRole("button", { name: "Send", exact: true });

/** What came of sending is headed by this. */
export const outcome = (page: Page) =>
  page.getByRole("heading", { name: /^(Accepted|Scheduled): / });

/** Makes a campaign of a text to this many numbers, and waits until it was checked for so many people. */
export async function reviewAsCampaign(page: Page, messages: number): Promise<void> {
  await page.getByRole("button", { name: `Review ${messages} messages` }).click();
  await page.waitForURL(/\/campaigns\/cmp_/);
  await expect(page.getByText(`${messages} people will get a message`)).toBeVisible();
}

/** Opens the form and writes the guide's message, or another one. */
export async function write(page: Page, message: Partial<typeof guideMessage> = {}): Promise<void> {
  const { from, to, body } = { ...guideMessage, ...message };
  await page.goto("/send");
  await field(page, "From").fill(from);
  await field(page, "To").fill(to);
  await field(page, "Text").fill(body);
}

/** Fails unless one message was sent, delivered and charged. */
export async function expectOneMessage(page: Page): Promise<void> {
  await page.goto("/messages");
  await expect(page.getByRole("row").filter({ hasText: "Delivered" })).toHaveCount(1);
  // The heading row and one message.
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(balance(page)).toHaveText("99 credits");
}
