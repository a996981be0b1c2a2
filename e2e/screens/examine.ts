import { expect, type Page } from "@playwright/test";
import { type Language, languageCookie } from "../../lib/language/language";
import { axeClean, test } from "../fixtures";
import { cutOff } from "./cut-off";
import { englishOn } from "./english-on";
import type { Visit } from "./visit";

// So high that no bar lies over a control: how much of it can be touched is measured.
const desktop = { width: 1440, height: 3000 };
const phone = { width: 390, height: 3000 };
/** What WCAG 1.4.10 asks for. */
const narrow = { width: 320, height: 844 };
/** As everywhere else, so that what is pressed next is where a person would find it. */
const usual = { width: 1440, height: 900 };

/** A look that fails the test for whatever is wrong with a screen, and goes on to the next one. */
export function examiner(page: Page, language: Language): Visit["look"] {
  return (what) => test.step(what, () => examine(page, language, what));
}

/** Examines a screen that is reached at some cost in both languages, the last time in English. */
export async function examineInBoth(page: Page, what: string): Promise<void> {
  for (const language of ["pl", "en"] as const) {
    const url = new URL("/", page.url()).href;
    await page.context().addCookies([{ name: languageCookie, value: language, url }]);
    await page.reload();
    await examiner(page, language)(what);
  }
}

async function examine(page: Page, language: Language, what: string): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page).toHaveTitle(/\S/);
  if (language === "pl") expect.soft(await englishOn(page), `English: ${what}`).toEqual([]);
  await page.setViewportSize(desktop);
  // Everything but the words is the same in both languages: between them, a screen is looked at by all rules once as it is
  // on a desk and once as on a phone, and its colours in both themes.
  await axeClean(page, what, [language === "pl" ? "light" : "dark"]);
  await page.setViewportSize(phone);
  if (language === "en") await axeClean(page, `${what}, on a phone`, ["light"]);
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  expect.soft(await cutOff(page), `${what}, in letters twice as large`).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  await page.setViewportSize(narrow);
  expect.soft(await cutOff(page), `${what}, at 320 px`).toEqual([]);
  await page.setViewportSize(usual);
}
