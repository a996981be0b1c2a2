import { expect } from "@playwright/test";
import { field, outcome, write } from "./compose-form";
import { test } from "./fixtures";

test("a message can be scheduled, and the time is said in the reader's zone and in UTC", async ({
  page,
  newcomer: _,
}) => {
  await write(page);
  await page.getByRole("radio", { name: "Later" }).check();
  await expect(field(page, "Day and time")).toHaveAccessibleDescription(
    /UTC.*, in (1 h 0|60|59) min/,
  );
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(outcome(page)).toHaveText("Scheduled: 1 credit used, 99 left");
  await expect(page.getByText(/You can cancel it in the log until then/)).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByRole("row").filter({ hasText: "Scheduled" })).toHaveCount(1);
});

test.describe("on a clock in New York", () => {
  test.use({ timezoneId: "America/New_York" });

  test("a time can be meant in another zone, and a change of the clocks is asked about", async ({
    page,
    newcomer: _,
  }) => {
    await page.clock.setFixedTime(new Date("2027-03-20T12:00:00Z"));
    await write(page);
    await page.getByRole("radio", { name: "Later" }).check();
    const zone = page.getByLabel("Time zone");
    await expect(zone).toHaveValue("America/New_York");
    await zone.selectOption("Europe/Warsaw");
    const time = field(page, "Day and time");
    await time.fill("2027-03-22T09:00");
    await expect(time).toHaveAccessibleDescription(
      "Mon 22 Mar 2027, 09:00 Europe/Warsaw = 04:00 America/New_York = 08:00 UTC, in 44 h 0 min",
    );
    await time.fill("2027-03-28T02:30");
    await expect(page.getByRole("group", { name: /02:30 doesn't exist/ })).toBeVisible();
    const sent = page.locator('input[name="scheduled_at"]');
    await expect(sent).toHaveValue("2027-03-28T01:30:00.000Z");
    await page.getByLabel("01:30, before the change (UTC+1)").check();
    await expect(sent).toHaveValue("2027-03-28T00:30:00.000Z");
  });

  test("an hour that comes twice is asked about, and either one can be meant", async ({
    page,
    newcomer: _,
  }) => {
    await page.clock.setFixedTime(new Date("2027-10-20T12:00:00Z"));
    await write(page);
    await page.getByRole("radio", { name: "Later" }).check();
    await page.getByLabel("Time zone").selectOption("Europe/Warsaw");
    const time = field(page, "Day and time");
    await time.fill("2027-10-31T02:30");
    const choice = page.getByRole("group", { name: /02:30 happens twice/ });
    await expect(choice.getByRole("radio")).toHaveCount(2);
    const sent = page.locator('input[name="scheduled_at"]');
    await expect(choice.getByLabel("the first 02:30 (UTC+2)")).toBeChecked();
    await expect(sent).toHaveValue("2027-10-31T00:30:00.000Z");
    await choice.getByLabel("the second 02:30 (UTC+1)").check();
    await expect(sent).toHaveValue("2027-10-31T01:30:00.000Z");
    await expect(time).toHaveAccessibleDescription(
      /= 21:30 America\/New_York \(Sat 30 Oct\) = 01:30 UTC/,
    );
    await time.fill("2027-10-31T03:00");
    await expect(choice).toBeHidden();
    await expect(sent).toHaveValue("2027-10-31T02:00:00.000Z");
  });
});
