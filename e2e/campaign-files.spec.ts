import { closeSync, ftruncateSync, openSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { makeWorkbook } from "../lib/testing/make-workbook";
import { beginCampaign, numbersFrom, upload } from "./campaign-page";
import { mintAccount, signIn, test } from "./fixtures";

const styles = `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>`;
const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;

/** A sheet with what programs write instead of plain texts: a number, formulas, a date, and cells merged with the first. */
const workbook = makeWorkbook({
  styles,
  sheets: [
    {
      name: "Clients",
      rows: `<row>${["Phone", "Name", "Bill", "Due", "Seller"].map(text).join("")}</row>
        <row><c><v>48732129000</v></c><c t="str"><f>A9&amp;B9</f><v>Ada Nowak</v></c><c><f>40+2</f><v>42</v></c>
          <c s="1"><v>46086</v></c>${text("Gdynia")}</row>
        <row><c><v>4.8732129001E10</v></c>${text("=1+1")}<c><f>NOW()</f></c><c s="1"><v>46087</v></c><c s="1"/></row>`,
    },
  ],
});

test("each kind of file is read or refused in a sentence, and a refused one leaves the draft as it was", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, await mintAccount(), { path: "/campaigns" });
  await beginCampaign(page);
  await refuseFiles(page);

  await upload(page, { name: "one-column.csv", content: numbersFrom(0, 3).join("\n") });
  await expect(page.getByText("3 rows")).toBeVisible();

  await page.getByRole("button", { name: "Use another list" }).click();
  await upload(page, { name: "clients.xlsx", content: workbook });
  await expect(page.getByText("2 rows")).toBeVisible();
  for (const [column, values] of Object.entries({
    Phone: /^48732129000\s*48732129001$/,
    Name: /^Ada Nowak\s*=1\+1$/,
    Bill: /^42\s*empty$/,
    Due: /^2026-03-05\s*2026-03-06$/,
    Seller: /^Gdynia\s*empty$/,
  })) {
    const row = page.getByRole("row").filter({ hasText: column });
    await expect(row.getByRole("cell").first()).toHaveText(values);
  }

  await page.getByRole("button", { name: "Use another list" }).click();
  await upload(page, { name: "identical.csv", content: "48732129000\n".repeat(100_000) });
  await expect(page.getByText("100,000 rows")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("1 person can get a message")).toBeVisible({ timeout: 60_000 });
  const duplicates = page.locator("summary").filter({ hasText: "Duplicate" });
  await expect(duplicates).toContainText("99,999");
});

/** Nothing of these can be a list; the largest of them is not even sent. */
async function refuseFiles(page: Page): Promise<void> {
  const alert = page.getByRole("main").getByRole("alert");
  await upload(page, { name: "empty.csv", content: "" });
  await expect(alert).toContainText("This file is empty.");

  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/recipients?")) sent.push(request.url());
  });
  const huge = test.info().outputPath("huge.csv");
  const file = openSync(huge, "w");
  ftruncateSync(file, 200_000_000);
  closeSync(file);
  await page.locator('input[type="file"]').setInputFiles(huge);
  await expect(alert).toContainText("This file has 200.0 MB.");
  expect(sent).toEqual([]);

  const wide = Array.from({ length: 200 }, (_, place) => `c${place}`).join(",");
  await upload(page, { name: "wide.csv", content: `${wide}\n${wide}` });
  await expect(alert).toContainText("at most 100 columns");

  const rows = `<row>${text(" ".repeat(300 * 1_048_576))}</row>`;
  const bomb = makeWorkbook({ sheets: [{ name: "Sheet", rows }] });
  await upload(page, { name: "bomb.xlsx", content: bomb });
  await expect(alert).toContainText("too large");
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
}

test("how a file was read can be changed: its encoding, and whether its first row is names", async ({
  page,
}) => {
  await signIn(page, await mintAccount(), { path: "/campaigns" });
  await beginCampaign(page);
  // “Łódź” in windows-1250.
  const city = Buffer.from([0xa3, 0xf3, 0x64, 0x9f]);
  const content = Buffer.concat([Buffer.from("Phone;City\r\n48732129000;"), city]);
  await upload(page, { name: "cities.csv", content });
  await expect(page.getByLabel("Encoding")).toHaveValue("windows-1250");
  await expect(page.getByRole("cell", { name: "Łódź" })).toBeVisible();
  await page.getByLabel("Encoding").selectOption("windows-1252");
  await expect(page.getByRole("cell", { name: "£ódŸ" })).toBeVisible();
  await page.getByLabel("First row").selectOption("no");
  await expect(page.getByText("2 rows")).toBeVisible();
});
