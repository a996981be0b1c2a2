// `npm run shots`: every screen with seeded data, at 1440 and 390 px, light and dark, in English and Polish, into screenshots/.
// Words after it choose screens: `npm run shots -- send messages`. They update the pictures of the README, too, and `og`
// writes the pictures of shared links into public/.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./find-browser.mjs";
import { startInstallation } from "./installation.mjs";
import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";
import { root } from "./root.mjs";
import { startOutside } from "./shots/outside.mjs";
import { screensOf } from "./shots/screens.mjs";
import { newcomer, owner, password, seedShop } from "./shots/shop.mjs";

enterProject();
ensureInstalled({ dev: true });
await ensureBuilt({ pages: true });

const chosen = process.argv.slice(2);
const folder = join(root, "screenshots");
const readmeFolder = join(root, "public", "screenshots");
/** The README's pictures by their screen: the name, and the part that is shown. */
const inReadme = {
  landing: ["hero", ".run"],
  "send-costly": ["send-costly", "main form"],
  "overview-week": ["overview-week", "main"],
  drawer: ["drawer", "dialog[open]"],
};
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

const outside = await startOutside();
const installation = await startInstallation(outside.settings);
try {
  await shoot(await seedShop(installation, outside));
} finally {
  outside.close();
  await installation.stop();
}

async function shoot(seeded) {
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--no-sandbox"],
  });
  mkdirSync(folder, { recursive: true });
  for (const [who, list] of Object.entries(screensOf(seeded))) {
    for (const language of ["en", "pl"]) {
      for (const colorScheme of ["light", "dark"]) {
        await visit(browser, { language, colorScheme, who, list });
      }
    }
  }
  await browser.close();
}

async function visit(browser, { language, colorScheme, who, list }) {
  const wanted = list.filter(([name]) => chosen.length === 0 || chosen.includes(name));
  if (wanted.length === 0) return;
  const context = await browser.newContext({
    baseURL: installation.url,
    locale: language === "pl" ? "pl-PL" : "en-GB",
    timezoneId: "Europe/Warsaw",
    colorScheme,
    reducedMotion: "reduce",
  });
  // A draft of one picture has no place in the next.
  await context.addInitScript(() => localStorage.clear());
  const page = await context.newPage();
  if (who !== "public") await signIn(page, who === "newcomer" ? newcomer : owner);
  for (const screen of wanted) await shootScreen(page, screen, { language, colorScheme });
  await context.close();
}

async function shootScreen(page, [name, path, prepare], { language, colorScheme }) {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.goto(path, { waitUntil: "load" });
    await prepare?.(page);
    // What comes after the first paint: live rows, the reader's own clock.
    await page.waitForTimeout(400);
    const file = `${name}-${size.width}-${colorScheme}-${language}.png`;
    // What lies over a page covers the window, not the page.
    const isCovered = (await page.locator("dialog[open]").count()) > 0;
    await page.screenshot({ path: join(folder, file), fullPage: !isCovered });
    if (size.width === 1440 && language === "en") await shootForReadme(page, name, colorScheme);
  }
  if (name === "og" && colorScheme === "light") await shootForLinks(page, language);
}

async function shootForReadme(page, screen, colorScheme) {
  const [name, part] = inReadme[screen] ?? [];
  if (!name) return;
  const path = join(readmeFolder, `${name}-${colorScheme}.png`);
  await page.locator(part).first().screenshot({ path });
}

/** What messengers show of a link, in the size they ask for. */
async function shootForLinks(page, language) {
  await page.setViewportSize({ width: 1200, height: 630 });
  await page.locator("#frame").screenshot({ path: join(root, "public", `og-${language}.png`) });
}

async function signIn(page, email) {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
