import { expect } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { axeClean, mintToken, signIn, test } from "./fixtures";

test("the log switches to received messages, narrows them, and leads to their conversation", async ({
  page,
  account,
}) => {
  const token = await mintToken({ email: account.email, isTest: true });
  const from = "48500100200";
  const { send } = client(doors.front.url, token);
  // This number of the simulator replies.
  await send({ from, to: "48500000010", body: "How do you do?" });
  await signIn(page, account);
  const directions = page.getByRole("navigation", { name: "Direction" });
  await expect(directions.getByRole("link", { name: "Sent" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await directions.getByRole("link", { name: "Received" }).click();
  await expect(page).toHaveURL(/\/messages\?direction=received$/);
  const row = page
    .getByRole("list", { name: "Received messages, newest first" })
    .getByRole("listitem");
  await expect(row).toHaveCount(1, { timeout: 30_000 });
  await expect(row).toContainText("48500000010");
  await expect(row).toContainText(`to ${from}`);
  await axeClean(page);

  const search = page.getByRole("searchbox");
  await search.fill("nobody wrote this");
  await search.press("Enter");
  await expect(page.getByText("Nothing matches these filters")).toBeVisible();
  await expect(page).toHaveURL(/direction=received/);
  await page.getByRole("link", { name: "Clear the filters" }).click();
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Conversation with 48500000010" })).toBeVisible();
});

test("in Polish, and on a phone, it reads as well", async ({ page, account }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, account);
  await page.context().addCookies([{ name: "language", value: "pl", url: doors.front.url }]);
  await page.goto("/messages?direction=received");
  await expect(page.getByRole("navigation", { name: /Kierunek|Direction/ })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
