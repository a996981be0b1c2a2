import { expect } from "@playwright/test";
import { pricingWords } from "../../app/(marketing)/pricing/words";
import type { Visit } from "./visit";

/** What anyone may read before signing up. */
export async function visitPublicPages({ page, language, look }: Visit): Promise<void> {
  await page.goto("/");
  await look("landing");
  // The meter's script comes when it is near; its count tells that it is there.
  await page.locator("#meter textarea").fill(`Zażółć gęślą jaźń 🌲 ${"long ".repeat(40)}`);
  await expect(page.locator("#meter")).toContainText(/UCS-2 · \d{3}\/\d{3}/);
  await look("landing, with a costly text");

  await page.goto(`/pricing?n=5000&text=${encodeURIComponent("Zażółć gęślą jaźń 🌲")}`);
  await look("pricing, with a costly text");
  const { messages, wrongMessages } = pricingWords[language];
  await page.getByLabel(messages, { exact: true }).fill("0");
  await expect(page.getByText(wrongMessages)).toBeVisible();
  await look("pricing, with a number that cannot be");

  await page.goto("/status");
  await look("the status of the installation");

  await page.goto("/nowhere");
  await look("an address that leads nowhere");
}
