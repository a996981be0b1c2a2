import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";

const net = (page: Page) => page.getByTestId("net");
/** Polish and English write thousands with a no-break space or a comma. */
const plain = (text: string | null) => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ");

async function expectNet(page: Page, words: string) {
  await expect.poll(async () => plain(await net(page).textContent())).toContain(words);
}

test("the calculator's question is the address, and the server knows the same answer", async ({
  page,
}) => {
  await page.goto("/pricing?n=25000&seg=2");
  await expectNet(page, "PLN 4,600.00");
  await page.getByLabel("Messages per month", { exact: true }).fill("10000");
  await page.getByLabel("Segments of each message").selectOption("1");
  await expectNet(page, "PLN 1,050.00");
  await expect(page).toHaveURL(/\?n=10000&seg=1$/);
  await expect(page.getByText("1 more message per month reaches the next tier")).toBeVisible();
  await expect(page.getByText("PLN 129.91 less than now")).toBeVisible();
  const answer = await page.request.get(page.url());
  expect(plain(await answer.text())).toContain("PLN 1,050.00");
});

test("the slider goes by keyboard and moves the number", async ({ page }) => {
  await page.goto("/pricing?n=5000");
  const slider = page.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("Messages per month", { exact: true })).toHaveValue("6300");
  await expect(slider).toHaveAttribute("aria-valuetext", "6,300 messages");
  await page.keyboard.press("End");
  await expect(page.getByText("This is the lowest rate.")).toBeVisible();
});

test("a pasted text is counted, and what Unicode costs is said in money", async ({ page }) => {
  await page.goto("/pricing?n=20000");
  await page.getByLabel("Text of the message").fill(`Odbiór ${"a".repeat(90)}`);
  await expect(page.getByLabel("Segments of each message")).toHaveValue("2");
  await expect(
    page.getByText("2 segments instead of 1: PLN 1,840.00 more per month."),
  ).toBeVisible();
  await expect(page).toHaveURL(/text=Odbi/);
  await page.reload();
  await expectNet(page, "PLN 3,680.00");
});

test("a number that cannot be is refused beside the field, and the last answer stays", async ({
  page,
}) => {
  await page.goto("/pricing?n=1000");
  const field = page.getByLabel("Messages per month", { exact: true });
  await field.fill("many");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expectNet(page, "PLN 120.00");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it is a form that the server answers", async ({ page }) => {
    await page.goto("/pricing");
    await expect(page.getByRole("slider")).toBeHidden();
    await page.getByLabel("Messages per month", { exact: true }).fill("25000");
    await page.getByRole("button", { name: "Calculate" }).click();
    await expectNet(page, "PLN 2,300.00");
  });
});

test("the landing page and the header lead there", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Pricing" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pricing" })).toBeVisible();
});

for (const { locale, title, sum } of [
  { locale: "en-GB", title: "Pricing", sum: "PLN 525.00" },
  { locale: "pl-PL", title: "Cennik", sum: "525,00 zł" },
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("the calculator speaks the language of its reader", async ({ page }) => {
      await page.goto(`/pricing?n=5000&text=${encodeURIComponent("Zażółć gęślą jaźń 🌲")}`);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expectNet(page, sum);
    });
  });
}
