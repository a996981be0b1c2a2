import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { failedTables, failFirstWrites } from "../lib/testing/fail-writes";
import { test } from "./fixtures";
import { runSql } from "./run-sql";
import { readSecrets } from "./server";

/** What somebody writes into the fields of the forms, by what a field is for. */
const canary = {
  email: "quetzal-7391@example.com",
  password: "quetzal-password-7391",
  to: "48732199017",
  from: "Quetzal7",
  url: "https://example.com/quetzal-hook",
  text: "quetzal field 739174",
  search: "quetzal-search",
};

const forms = [
  "/send",
  "/credits",
  "/settings/api",
  "/settings/webhooks",
  "/settings/account",
  "/settings/account/two-step",
  "/settings/account/delete",
  "/forgot-password",
  "/sign-in",
];

const written = ["accounts", "attempts", "messages", "sessions", "tickets", "tokens", "users"];

// Forms as they are sent without scripts: what is typed reaches the server whatever a browser would say to it.
test.use({ javaScriptEnabled: false });

test("no field of any form is in a log line, whichever table fails and whichever page breaks", async ({
  page,
  installation,
}) => {
  test.setTimeout(240_000);
  const { dataDir } = installation;
  const server = await installation.start({ LOG_LEVEL: "debug" });
  await runSql(dataDir, failFirstWrites);
  await expect(async () => {
    // An account may be there already, and only its session have failed.
    for (const path of ["/sign-up", "/sign-in"]) await sendForms(page, server.url + path);
    await page.goto(`${server.url}/send`);
    expect(new URL(page.url()).pathname).toBe("/send");
  }).toPass();
  for (const path of [...forms, ...forms]) await sendForms(page, server.url + path);
  const failed = await runSql(dataDir, failedTables);
  expect(failed.map(({ name }) => name)).toEqual(expect.arrayContaining(written));

  for (const table of ["messages", "accounts", "tokens"]) {
    await runSql(dataDir, `alter table ${table} rename to hidden`);
    for (const path of ["/messages", "/overview", ...forms]) {
      await page.goto(`${server.url}${path}?q=${canary.search}&to=${canary.to}`);
    }
    await runSql(dataDir, `alter table hidden rename to ${table}`);
  }

  const lines = server.output().split("\n");
  const sayHow = (code: string) => lines.filter((line) => line.includes(`"code":"${code}"`)).length;
  expect(sayHow("P0001")).toBeGreaterThan(written.length);
  expect(sayHow("42P01")).toBeGreaterThan(3);
  expect(lines.some((line) => line.includes("printed by a library"))).toBe(true);
  const printed = server.output() + readFileSync(join(dataDir, "postgres.log"), "utf8");
  const hidden = { ...canary, ...readSecrets(dataDir) };
  expect(Object.entries(hidden).filter(([, value]) => printed.includes(value))).toEqual([]);
});

/** Fills in and sends each form of a page, except those that lead away from it. */
async function sendForms(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const count = await page.locator("form").count();
  for (let place = 0; place < count; place += 1) {
    await page.goto(url);
    const form = page.locator("form").nth(place);
    const submit = form.locator('button:not([type="button"]), input[type="submit"]').first();
    if (!(await submit.isVisible()) || /sign out|wyloguj/i.test(await submit.innerText())) continue;
    await fillIn(form);
    await submit.click();
    await page.waitForLoadState();
  }
}

async function fillIn(form: Locator): Promise<void> {
  for (const field of await form.locator("input, textarea").all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    const type = await field.getAttribute("type");
    const name = (await field.getAttribute("name")) ?? "";
    if (/^(checkbox|radio|file|submit|date|time|datetime-local|number|range)$/.test(type ?? ""))
      continue;
    await field.fill(valueFor(type ?? "", name));
  }
}

function valueFor(type: string, name: string): string {
  if (type === "email" || /email/i.test(name)) return canary.email;
  if (type === "password" || /password/i.test(name)) return canary.password;
  if (type === "url" || /url/i.test(name)) return canary.url;
  if (/^from|sender/i.test(name)) return canary.from;
  return /^to|recipient|number/i.test(name) ? canary.to : canary.text;
}
