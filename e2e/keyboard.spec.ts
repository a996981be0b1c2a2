import { expect, type Page } from "@playwright/test";
import { inventPerson, test } from "./fixtures";

/** Goes on with the Tab key until what is named so has the focus; with Shift it goes back. */
async function tabTo(page: Page, name: string | RegExp, key = "Tab"): Promise<void> {
  const wanted = page.locator(":focus").and(
    page
      .getByRole("link", { name, exact: true })
      .or(page.getByRole("button", { name, exact: true }))
      .or(page.getByLabel(name, { exact: true })),
  );
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press(key);
    if ((await wanted.count()) > 0) return;
  }
  throw new Error(`The Tab key never comes to ${name}.`);
}

/** Where the focus is can be seen: the element, or the field around it, has an outline. */
async function expectSeen(page: Page): Promise<void> {
  const outline = () =>
    page.locator(":focus").evaluate((element) => getComputedStyle(element).outlineStyle);
  await expect.poll(outline).not.toBe("none");
}

test("from the landing page to the delivered SMS by keyboard alone: sign up, make a token, send, see it in the log", async ({
  page,
}) => {
  test.slow();
  const { email, password } = inventPerson();
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /^Skip to/ })).toBeFocused();
  await tabTo(page, /^Sign up/);
  await expectSeen(page);
  await page.keyboard.press("Enter");
  await page.waitForURL("/sign-up");

  await expect(page.getByLabel("Email")).toBeFocused();
  await page.keyboard.type(email);
  await tabTo(page, "Password");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL("/start");

  await tabTo(page, "Generate token");
  await expectSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.locator("code", { hasText: /^actio_live_/ }).first()).toBeVisible();

  // From what has just been made the way goes on: its button takes the token along.
  await tabTo(page, "Copy token");
  await tabTo(page, "Send it from here");
  await page.keyboard.press("Enter");
  await page.waitForURL("/send");
  await tabTo(page, "From");
  await page.keyboard.type("YourBrand");
  await tabTo(page, "To");
  await page.keyboard.type("48732129000");
  await tabTo(page, "Text");
  await page.keyboard.type("Sent without a mouse");
  await tabTo(page, "Send");
  await expectSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Accepted: / })).toBeFocused();

  await tabTo(page, "Messages", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("/messages");
  const row = page.locator("tbody").getByRole("row").filter({ hasText: "Sent without a mouse" });
  await expect(row).toContainText("Delivered");
  await tabTo(page, "48732129000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("heading", { name: "Timeline" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(row.getByRole("link")).toBeFocused();
});

test("Ctrl with Enter sends from the text, and the focus goes to what came of it", async ({
  page,
  newcomer: _,
}) => {
  await page.goto("/send");
  await tabTo(page, "From");
  for (const text of ["YourBrand", "48732129000", "Hello"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: /^Accepted: / })).toBeFocused();
});

test("Tab leads from the e-mail straight into the password", async ({ page }) => {
  for (const path of ["/sign-up", "/sign-in"]) {
    await page.goto(path);
    await page.getByLabel("Email").focus();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  }
});
