import { expect } from "@playwright/test";
import { findPostmaster } from "../lib/database/find-postmaster";
import { signalFamily } from "../lib/testing/process-family";
import { mintAccount, signInByForm, test } from "./fixtures";
import { runCli } from "./server";

test.describe.configure({ timeout: 90_000 });

test("anyone reads how the installation does, without its version, and finds it from the front page", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Status" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Everything works");
  await expect(page.getByRole("term")).toHaveText([
    ...["Database", "Upgrade", "Storage", "Sending", "Carriers"],
  ]);
  await expect(page.getByText("For administrators")).toHaveCount(0);
});

test("while the database is frozen the page says so within five seconds, and afterwards that all works again", async ({
  installation: { dataDir, start },
  browser,
}) => {
  const { url, stop } = await start();
  const context = await browser.newContext({ baseURL: url, locale: "pl-PL" });
  const page = await context.newPage();
  const administrator = await mintAccount({ dataDir });
  await runCli(dataDir, ["account", "make-admin", "--email", administrator.email]);
  await signInByForm(page, administrator, { language: "pl" });
  await page.goto("/status");
  await expect(page.getByRole("heading", { name: "Dla administratorów" })).toBeVisible();
  const postmaster = findPostmaster(dataDir)?.pid ?? 0;
  signalFamily(postmaster, "SIGSTOP");
  try {
    const startedMs = performance.now();
    const response = await page.goto("/status");
    expect(response?.status()).toBe(200);
    expect(performance.now() - startedMs).toBeLessThan(5000);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Wiadomości nie są przyjmowane",
    );
    await expect(page.getByRole("definition").first()).toHaveText("Nie działa");
    const health = await (await context.request.get("/api/health")).json();
    expect(health).toMatchObject({ status: "unavailable", parts: { database: "failed" } });
  } finally {
    signalFamily(postmaster, "SIGCONT");
  }
  // It looks anew by itself.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wszystko działa", {
    timeout: 30_000,
  });
  await context.close();
  await stop();
});
