import type { Visit } from "./visit";

/**
 * The documentation's first page, a page of it, and its search. Every page is looked at by the specs of the
 * documentation.
 */
export async function visitDocumentation({ page, look }: Visit): Promise<void> {
  await page.goto("/docs");
  await look("the documentation's first page");
  await page.goto("/docs/quick-start");
  const field = page.getByRole("searchbox");
  await field.fill("retry");
  await page.getByRole("banner").locator('a[href*="#"]').first().waitFor();
  await look("a page of the documentation, with results of a search");
}
