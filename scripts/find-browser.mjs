import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// The shell first: without the browser's own windows the specs take half as long.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The Chromium the tests drive: CHROME_PATH, one of this machine's, else Playwright's own; undefined without one. */
export async function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const installed = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...places,
  ];
  const { chromium } = await import("@playwright/test");
  return [...installed, chromium.executablePath()].find((path) => existsSync(path));
}
