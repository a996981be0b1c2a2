import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { childrenOf } from "../lib/testing/process-family";
import { inventPerson, signUp, test } from "./fixtures";

test.describe.configure({ timeout: 90_000 });

/** The process of the pages that a server has started. */
function pagesOf(pid: number): number | undefined {
  return childrenOf(pid).find((child) =>
    readFileSync(`/proc/${child}/cmdline`, "utf8").includes("pages.mjs"),
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("the pages come back after their process was killed, the API serves meanwhile, and nobody is signed out", async ({
  installation: { start },
  browser,
}) => {
  const { url, pid, stop } = await start();
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await signUp(page, inventPerson());
  await page.goto("/messages");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const before = pagesOf(pid) ?? 0;
  process.kill(before, "SIGKILL");
  await expect.poll(() => isAlive(before)).toBe(false);
  expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
  // The page that stands in reloads by itself.
  await page.goto("/credits");
  await expect(page.getByRole("heading", { name: "Credits", level: 1 })).toBeVisible({
    timeout: 30_000,
  });
  expect(pagesOf(pid)).not.toBe(before);
  await context.close();
  await stop();
});

test("the process of the pages ends with the server, whether that is stopped or killed", async ({
  installation: { start },
}) => {
  const stopped = await start();
  const first = pagesOf(stopped.pid) ?? 0;
  expect(isAlive(first)).toBe(true);
  await stopped.stop();
  expect(isAlive(first)).toBe(false);
  const killed = await start();
  const second = pagesOf(killed.pid) ?? 0;
  expect(isAlive(second)).toBe(true);
  await killed.kill();
  await expect.poll(() => isAlive(second)).toBe(false);
});
