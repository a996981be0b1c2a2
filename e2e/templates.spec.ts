import { expect } from "@playwright/test";
import { templatePickerWords } from "../app/(dashboard)/send/template-picker-words";
import { sendWords } from "../app/(dashboard)/send/words";
import { templateWords } from "../app/(dashboard)/templates/words";
import { test } from "./fixtures";

const words = templateWords.en;
const text = "Hi {{first_name|there}}, parcel {{parcel}} arrives today.";

test("a template is written with a preview, and fills the text of a message", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/templates/new");
  await page.getByLabel(words.name).fill("Parcel");
  await page.getByLabel(words.text).fill(text);
  const preview = page.getByRole("complementary", { name: words.preview });
  await expect(preview).toContainText("Hi there, parcel {{parcel}} arrives today.");
  await preview.getByLabel("parcel").fill("7");
  await expect(preview).toContainText("Hi there, parcel 7 arrives today.");
  await page.screenshot({ path: "test-results/template-1440.png" });
  await page.getByRole("button", { name: words.save }).click();
  await expect(page.getByText(words.saved)).toBeVisible();

  await page.goto("/send");
  await page.getByLabel(templatePickerWords.en.use).selectOption({ label: "Parcel" });
  const fill = page.getByRole("button", { name: templatePickerWords.en.fill });
  await expect(fill).toBeDisabled();
  await page.getByLabel("parcel").fill("00559007");
  await fill.click();
  await expect(page.getByLabel(sendWords.en.text, { exact: true })).toHaveValue(
    "Hi there, parcel 00559007 arrives today.",
  );

  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/templates");
  await page.getByRole("link", { name: "Parcel" }).click();
  await expect(page.getByLabel(words.text)).toHaveValue(text);
  await page.screenshot({ path: "test-results/template-390.png" });
  await page.getByRole("button", { name: words.remove.submit }).click();
  await expect(page.getByText(words.none)).toBeVisible();
});
