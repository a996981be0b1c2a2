import { expect } from "@playwright/test";
import { importWords } from "../app/(dashboard)/contacts/import/words";
import { templatePickerWords } from "../app/(dashboard)/send/template-picker-words";
import { beginCampaign, numbersFrom, startCampaign, upload, writeCampaign } from "./campaign-page";
import { mintAccount, signIn, test } from "./fixtures";

/** The time on a clock in Poland, as a field of a time has it. */
function clockInPoland(hoursFromNow: number): string {
  const clock = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Warsaw" } as const;
  const at = Date.now() + hoursFromNow * 3_600_000;
  return new Intl.DateTimeFormat("en-GB", clock).format(at);
}

test("a file becomes a group, the group a campaign held in quiet hours, and its copy one for later", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await signIn(page, await mintAccount({ credits: 20 }), { path: "/contacts" });
  const words = importWords.en;
  await page.getByRole("button", { name: words.begin }).click();
  await page.waitForURL(/\/contacts\/import\/cmp_/);
  const content = ["Phone,First name", ...numbersFrom(0, 2).map((to) => `${to},Ada`)].join("\n");
  await upload(page, { name: "regulars.csv", content });
  await page.getByLabel(words.group, { exact: true }).fill("Regulars");
  await page.getByRole("button", { name: words.submit(2) }).click();
  await expect(page.getByText(words.done(2, 0))).toBeVisible();

  await beginCampaign(page);
  await page.getByLabel("Or a group of contacts").selectOption({ label: "Regulars (2)" });
  await writeCampaign(page, { name: "Opening", body: "Hi {{first_name}}, we open at ten." });
  await page.getByLabel("Quiet hours").check();
  await page.getByLabel("From", { exact: true }).last().fill(clockInPoland(-1));
  const until = clockInPoland(2);
  await page.getByLabel("Until", { exact: true }).fill(until);
  await expect(page.getByText("2 people will get a message")).toBeVisible();
  await startCampaign(page, 2);
  await expect(page.getByText(`Held until ${until} in Poland.`)).toBeVisible();
  await expect(page.getByText("0 of 2 delivered")).toBeVisible();

  await page.getByRole("button", { name: "Duplicate" }).click();
  await page.getByRole("radio", { name: "Later" }).check();
  await expect(page.getByText("2 people will get a message")).toBeVisible();
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Schedule 2 messages" }).click();
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Starts at /)).toBeVisible();

  await page.goto("/send");
  await page.locator("input[name=from]").fill("YourBrand");
  await page.getByLabel("To", { exact: true }).fill("48732129000");
  await page.getByLabel("Text", { exact: true }).fill("Hi {{first_name}}!");
  await expect(page.getByText(templatePickerWords.en.unfilled)).toBeVisible();
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
});
