import { expect, type Page } from "@playwright/test";
import { startCampaign } from "./campaign-page";
import { client } from "./client";
import { field, write } from "./compose-form";
import { doors } from "./doors";

import { balance, mintAccount, mintToken, signIn, test } from "./fixtures";

/** Puts each text into elements of its own, as a browser's translator does: the page's own text nodes leave it. */
async function translate(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  // The public pages run their scripts at the first sign of a reader.
  await page.keyboard.press("Shift");
  // A browser translates what it shows; before React has taken the page over there is nothing to keep working.
  await page.waitForFunction(() =>
    [...document.querySelectorAll("header, main")].every((each) =>
      Object.keys(each).some((key) => key.startsWith("__react")),
    ),
  );
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.data.trim() || !parent) continue;
      if (parent.closest("script, style, textarea, option, [translate=no], font")) continue;
      const outer = document.createElement("font");
      outer.appendChild(document.createElement("font")).textContent = text.data;
      parent.replaceChild(outer, text);
    }
  });
}

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

test("a translated compose form counts, prices and sends on", async ({ page, newcomer: _ }) => {
  const errors = watchErrors(page);
  await write(page, { body: "Hello" });
  await translate(page);
  await field(page, "Text").fill("a".repeat(161));
  await expect(page.getByText("Costs 2 credits")).toBeVisible();
  await translate(page);
  await field(page, "To").fill("48732129000, 48732129001");
  await expect(page.getByText("Costs 4 credits (2 × 2), 96 left after")).toBeVisible();
  await translate(page);
  await page.getByRole("button", { name: /Review 2 messages/ }).click();
  await page.waitForURL(/\/campaigns\/cmp_/);
  await translate(page);
  await startCampaign(page, 2);
  await translate(page);
  await expect(page.getByText("2 of 2 delivered")).toBeVisible();
  await expect(balance(page)).toContainText("96 credits");
  expect(errors).toEqual([]);
});

test("a translated log goes on showing what happens", async ({ page }) => {
  const errors = watchErrors(page);
  const account = await mintAccount();
  const { send } = client(doors.front.url, await mintToken(account));
  await signIn(page, account);
  await page.goto("/messages");
  await translate(page);
  await send({ body: "First" });
  const rows = page.locator("tbody").getByRole("row");
  await expect(rows.first()).toContainText("Delivered");
  await translate(page);
  await send({ body: "Second" });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Second");
  await expect(rows.first()).toContainText("Delivered");
  await rows.first().click();
  await translate(page);
  await page.keyboard.press("Escape");
  await expect(rows).toHaveCount(2);
  expect(errors).toEqual([]);
});

const places = [
  "/overview",
  "/messages",
  "/send",
  "/credits",
  "/settings/api",
  "/settings/webhooks",
  "/settings/account",
];

test("every translated page can be left for the next and come back to", async ({
  page,
  newcomer: _,
}) => {
  const errors = watchErrors(page);
  await page.goto("/overview");
  const navigation = page.getByRole("navigation").first();
  for (const place of [...places, ...places]) {
    const link = navigation.locator(`a[href="${place}"]`);
    if ((await link.count()) > 0) await link.first().click();
    else await page.goto(place);
    await page.waitForURL(`**${place}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await translate(page);
  }
  expect(errors).toEqual([]);
});

test("translated public pages go on counting and pricing", async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto("/");
  await translate(page);
  const text = page.getByRole("textbox").first();
  await text.fill(`${"a".repeat(160)}ł`);
  await expect(page.getByText(/3 segments/).first()).toBeVisible();
  await page.goto("/pricing");
  await translate(page);
  await page.getByRole("slider").press("ArrowRight");
  await translate(page);
  await page.getByRole("slider").press("ArrowRight");
  for (const place of ["/docs", "/docs/quick-start", "/sign-in", "/sign-up"]) {
    await page.goto(place);
    await translate(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(errors).toEqual([]);
});
