import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { sharedDataDir, test } from "./fixtures";
import { runSql } from "./run-sql";

test("owners find who did what, filter it, and take it along as a file", async ({
  page,
  newcomer,
}) => {
  await page.goto("/settings/opt-outs");
  await page.getByLabel("Number", { exact: true }).fill("48732129000");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("48732129000").first()).toBeVisible();
  await page.goto("/settings/activity");
  const events = page.getByRole("list", { name: "Activity, newest first" });
  await expect(events.getByRole("listitem").first()).toContainText("Opt-out added 48•••••9000");
  await expect(events).toContainText("Account created");
  await page.getByLabel("Action").selectOption({ label: "Opt-out added" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(events.getByRole("listitem")).toHaveCount(1);
  await expect(page).toHaveURL(/action=opt_out\.added/);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const file = readFileSync(await (await downloading).path(), "utf8");
  expect(file).toContain(`opt_out.added,user,${newcomer.email}`);
  await page.goto("/settings/activity?actor=nobody%40example.com");
  await expect(page.getByText("No activity matches these filters.")).toBeVisible();
});

test("administrators see all accounts, and nobody else finds the page", async ({
  page,
  newcomer,
}) => {
  expect((await page.goto("/admin/activity"))?.status()).toBe(404);
  await runSql(
    sharedDataDir(),
    `update accounts set admin = true
    where id = (select account_id from users where email = $1)`,
    [newcomer.email],
  );
  await page.goto(`/admin/activity?account=${encodeURIComponent(newcomer.email)}`);
  const events = page.getByRole("list", { name: "Activity, newest first" });
  await expect(events).toContainText("Account created");
  await expect(events).toContainText(`Account: ${newcomer.email}`);
});
