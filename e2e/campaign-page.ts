import { expect, type Page } from "@playwright/test";
import { untilLive } from "./until-live";

interface Given {
  name: string;
  content: string | Uint8Array;
}

/** Chooses a file as the recipients of the draft that is open. */
export async function upload(page: Page, { name, content }: Given): Promise<void> {
  const field = page.locator('input[type="file"]');
  // What is chosen before the page's script listens is lost. Nobody can be that early: the button does nothing yet.
  await untilLive(field);
  await field.setInputFiles({
    name,
    mimeType: name.endsWith(".csv") ? "text/csv" : "application/octet-stream",
    buffer: Buffer.from(content),
  });
}

/** Begins a draft and waits until it is there. */
export async function beginCampaign(page: Page): Promise<void> {
  await page.goto("/campaigns");
  await page.getByRole("button", { name: "New campaign" }).click();
  await page.waitForURL(/\/campaigns\/cmp_/);
}

/** Fills in name, sender, and text, and waits until they are saved. */
export async function writeCampaign(
  page: Page,
  { name, body }: { name: string; body: string },
): Promise<void> {
  await page.getByLabel("Campaign name", { exact: true }).fill(name);
  await page.getByLabel("From", { exact: true }).first().fill("YourBrand");
  await page.getByLabel("Text", { exact: true }).fill(body);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

/** Starts the draft, for so many people. */
export async function startCampaign(page: Page, people: number): Promise<void> {
  await page.getByRole("button", { name: "Start", exact: true }).click();
  const question = page.getByRole("dialog");
  await expect(question.getByText(`Send to ${people} people?`)).toBeVisible();
  await question.getByRole("button", { name: `Send ${people} messages` }).click();
}

/** Numbers that the simulator delivers to, from the first place on. */
export function numbersFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, place) => String(48_732_100_000 + first + place));
}
