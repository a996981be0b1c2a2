import { expect } from "@playwright/test";
import { groupWords } from "../app/(dashboard)/contacts/groups/words";
import { contactWords } from "../app/(dashboard)/contacts/words";
import { test } from "./fixtures";

const words = contactWords.en;
const number = "48732129000";

test("a contact is added with fields and a group, found, exported, changed, and erased everywhere", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/contacts/groups");
  await page.getByLabel(groupWords.en.name).fill("Regulars");
  await page.getByRole("button", { name: groupWords.en.add }).click();
  await expect(page.getByText(groupWords.en.added("Regulars"))).toBeVisible();

  await page.goto("/contacts/new");
  await page.getByLabel(words.form.number).fill(`+${number}`);
  await page.getByLabel(words.form.name, { exact: true }).fill("first_name");
  await page.getByLabel(words.form.value, { exact: true }).fill("Łucja");
  await page.getByLabel("Regulars").check();
  await page.getByRole("button", { name: words.form.save }).click();
  await expect(page.getByText(words.form.saved)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();

  await page.goto("/contacts?q=łuc");
  await expect(page.getByRole("list", { name: words.caption })).toContainText("Łucja");
  await page.screenshot({ path: "test-results/contacts-1440.png" });
  const file = await page.request.get("/api/panel/contacts.csv");
  expect(await file.text()).toContain(`${number},Łucja,Regulars`);
  await page.goto("/contacts?q=nobody");
  await expect(page.getByText(words.noMatch)).toBeVisible();

  await page.goto("/contacts");
  await page.getByRole("link", { name: number }).click();
  await page.getByLabel(words.erase.confirm(number)).fill("48732129001");
  await page.getByRole("button", { name: words.erase.submit }).click();
  await expect(page.getByText("Type the number exactly to confirm.")).toBeVisible();
  await page.getByLabel(words.erase.confirm(number)).fill(number);
  await page.getByRole("button", { name: words.erase.submit }).click();
  await expect(page.getByText(words.erase.done(number))).toBeVisible();
  await page.goto("/contacts");
  await expect(page.getByText(words.none)).toBeVisible();
});

test("the pages of contacts fit a phone in the dark", async ({ page, newcomer: _ }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of ["/contacts", "/contacts/new", "/contacts/groups"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.screenshot({ path: `test-results/phone${path.replaceAll("/", "-")}.png` });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
  }
});
