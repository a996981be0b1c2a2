import { expect } from "@playwright/test";
import { missingForImage, startImage } from "../lib/testing/start-image";
import { client } from "./client";
import { outcome, sendButton, write } from "./compose-form";
import { inventPerson, signUp, test } from "./fixtures";

test.describe.configure({ timeout: 180_000 });

test("what the image holds runs on a read-only root without privileges: sign up, send, delivered, end in order", async ({
  browser,
}, testInfo) => {
  const missing = missingForImage();
  testInfo.skip(missing !== undefined && !process.env["CI"], missing);
  const image = await startImage();
  try {
    const context = await browser.newContext({ baseURL: image.url });
    const page = await context.newPage();
    const person = inventPerson();
    await signUp(page, person);
    await write(page);
    await sendButton(page).click();
    await expect(outcome(page)).toBeVisible();
    await page.goto("/messages");
    await expect(page.getByRole("row").filter({ hasText: "Delivered" })).toHaveCount(1);
    // Of the documentation, which reads its texts and the samples at run time.
    await page.goto("/docs/deploy");
    await expect(page.getByText("reverse_proxy 127.0.0.1:3000")).toBeVisible();
    await context.close();

    expect(await image.run("node", "deploy/check-health.mjs")).toEqual({ code: 0, printed: "" });
    expect((await image.run("node", "deploy/depesza.mjs", "migrate")).printed).toMatch(/^OK: /);
    for (const path of ["/app/dist/x", "/app/.next/x", "/etc/x", "/x"]) {
      expect((await image.run("touch", path)).printed).toContain("Read-only file system");
    }

    const words = ["token", "create", "--email", person.email, "--name", "image", "--json"];
    const made = JSON.parse((await image.run("node", "deploy/depesza.mjs", ...words)).printed);
    const { send } = client(image.url, made.token);
    await send();
    const sends = Array.from({ length: 8 }, () => send());
    await Promise.race(sends);
    const code = await image.stop();
    expect((await Promise.all(sends)).map(({ status }) => status)).toEqual(sends.map(() => 200));
    expect(code).toBe(0);
    // Nothing tried to write where it must not.
    expect(image.output()).not.toMatch(/EROFS|EACCES|EPERM|"level":(?:50|60)/);
  } finally {
    await image.remove();
  }
});
