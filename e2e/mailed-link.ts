import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the page of kept mails until one to this address has this subject; the newest such mail. */
export async function openMail(page: Page, to: string, subject: string): Promise<Locator> {
  const mail = page
    .getByRole("listitem")
    .filter({ hasText: to })
    .filter({ has: page.getByRole("heading", { name: subject }) })
    .first();
  await expect(async () => {
    await page.goto("/mail");
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  return mail;
}

/** Where the newest mail to this address with this subject leads. */
export async function mailedLink(page: Page, to: string, subject: string): Promise<string> {
  const mail = await openMail(page, to, subject);
  return (await mail.getByRole("link").first().getAttribute("href")) ?? "";
}
