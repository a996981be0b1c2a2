import { expect } from "@playwright/test";
import { verificationWords } from "../app/(dashboard)/settings/verifications/words";
import { test } from "./fixtures";

const words = verificationWords.en;

test("an owner chooses the countries that codes go to", async ({ page, newcomer: _ }) => {
  await page.goto("/settings/verifications");
  await expect(page.getByText(words.stops.none)).toBeVisible();
  await expect(page.getByText(words.conversion.none)).toBeVisible();
  await page.getByLabel(words.countries.label).fill("pl XX");
  await page.getByRole("button", { name: words.countries.submit }).click();
  await expect(page.getByText("There is no country with the code XX.")).toBeVisible();
  await page.getByLabel(words.countries.label).fill("pl, de");
  await page.getByRole("button", { name: words.countries.submit }).click();
  await expect(page.getByText(words.countries.saved)).toBeVisible();
  await expect(page.getByText(words.countries.chosen("Germany, Poland"))).toBeVisible();
});
