import type { Page } from "@playwright/test";

/** Opens the form behind this summary, unless it is open because there is no list to lead with. */
export async function openForm(page: Page, summary: string): Promise<void> {
  const closed = page.locator("details:not([open]) > summary", { hasText: summary });
  const form = page.locator("details > summary", { hasText: summary });
  await form.waitFor();
  if ((await closed.count()) > 0) await form.click();
}
