import { expect } from "@playwright/test";
import { findPostmaster } from "../lib/database/find-postmaster";
import { signalFamily } from "../lib/testing/process-family";
import { mintAccount, signInByForm, test } from "./fixtures";

test.describe.configure({ timeout: 90_000 });

const answerMs = 5000;
const pages = ["/messages", "/send", "/credits", "/api/auth/session"];

test("while the database is frozen each page is answered 503 within five seconds, and after that it is there again", async ({
  installation: { dataDir, start },
  browser,
}) => {
  const { url, stop } = await start();
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await signInByForm(page, await mintAccount({ dataDir }));
  const postmaster = findPostmaster(dataDir)?.pid ?? 0;
  signalFamily(postmaster, "SIGSTOP");
  try {
    for (const path of pages) {
      const startedMs = performance.now();
      const response = await context.request.get(path);
      expect(response.status(), path).toBe(503);
      expect(Number(response.headers()["retry-after"])).toBeGreaterThan(0);
      expect(response.headers()["set-cookie"], path).toBeUndefined();
      expect(performance.now() - startedMs).toBeLessThan(answerMs);
    }
  } finally {
    signalFamily(postmaster, "SIGCONT");
  }
  for (const path of pages) {
    await expect.poll(async () => (await context.request.get(path)).status()).toBe(200);
  }
  // The browser is as signed in as before.
  const session = await (await context.request.get("/api/auth/session")).json();
  expect(session.user).toBeDefined();
  await context.close();
  await stop();
});
