import { expect, type Locator } from "@playwright/test";

/** Waits until React has taken an element over, so that its handlers run. */
export async function untilLive(element: Locator): Promise<void> {
  await expect
    .poll(() =>
      element.evaluate((each) => Object.keys(each).some((key) => /^__reactProps/.test(key))),
    )
    .toBe(true);
}
