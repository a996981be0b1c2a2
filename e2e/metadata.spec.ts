import { expect } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { signIn, test } from "./fixtures";

test("a message is found by its metadata in the filters, and its page shows all of it", async ({
  page,
  account,
}) => {
  const { send } = client(doors.front.url, account.token);
  const metadata = { order: "1042", shop: "Gdynia", gift: true, note: "<b>a</b> ".repeat(100) };
  const { json } = await send({ body: "Your parcel", metadata });
  await send({ body: "Another parcel", metadata: { order: "10420" } });
  await signIn(page, account);
  const rows = page.locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(2);
  await page.getByText("More filters").click();
  const field = page.getByRole("textbox", { name: "Metadata" });
  for (const [text, isFit] of [
    ["1042", false],
    ["order=", false],
    ["order=a=b [c]", true],
  ] as const) {
    await field.fill(text);
    expect(await field.evaluate((input: HTMLInputElement) => input.checkValidity())).toBe(isFit);
  }
  await field.fill("order=1042");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Your parcel");
  await page.goto(`/messages/${json["message_id"]}`);
  await expect(page.getByText('"shop":"Gdynia"')).toContainText(JSON.stringify(metadata.note));
});
