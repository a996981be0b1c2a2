import { expect } from "@playwright/test";
import { checkWords } from "../../app/(dashboard)/campaigns/[campaignId]/check-words";
import { recipientWords } from "../../app/(dashboard)/campaigns/[campaignId]/recipient-words";
import { startWords } from "../../app/(dashboard)/campaigns/[campaignId]/start-words";
import { textWords } from "../../app/(dashboard)/campaigns/[campaignId]/text-words";
import { campaignWords } from "../../app/(dashboard)/campaigns/words";
import { upload } from "../campaign-page";
import { mintAccount, signIn } from "../fixtures";
import { press, type Visit } from "./visit";

const file = [
  "Phone,First name,City",
  "48732129000,Ada,Gdynia",
  "48732129001,Władysław,Łódź",
  "48221234567,Jan,Kraków",
  "48732129000,Ada,Gdynia",
].join("\n");

/** A campaign from nothing to its results. */
export async function visitCampaigns({ page, language, look }: Visit): Promise<void> {
  const words = campaignWords[language];
  const text = textWords[language];
  const check = checkWords[language];
  const start = startWords[language];
  await signIn(page, await mintAccount({ credits: 20 }), { path: "/campaigns", language });
  await expect(page.getByText(words.none.title)).toBeVisible();
  await look("campaigns, none");
  await press(page, words.create);
  await page.waitForURL(/\/campaigns\/cmp_/);
  await look("a draft, empty");

  await page.getByLabel(text.name, { exact: true }).fill("Wiosna");
  await page.locator("input[name=from]").fill("YourBrand");
  await page.getByLabel(text.text, { exact: true }).fill("{{first_name}}, zażółć: {{parcel}}");
  await upload(page, { name: "customers.csv", content: file });
  await expect(page.getByText(recipientWords[language].rows(4))).toBeVisible();
  await page.getByLabel(text.text, { exact: true }).fill("Cześć {{first_name}}!");
  await expect(page.getByText(check.ready(2))).toBeVisible();
  await page.locator("summary").filter({ hasText: check.problems.landline.title }).click();
  await page.getByLabel(start.quiet).check();
  await page.getByLabel(start.quiet).uncheck();
  await look("a draft, checked");

  await press(page, start.start);
  await expect(page.getByRole("dialog").getByText(start.confirm.title(2))).toBeVisible();
  await look("the question before the start");
  await press(page, start.confirm.yes(2));
  await expect(page.getByText(words.statuses.finished.word, { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await look("a finished campaign");
  await page.goto("/campaigns");
  await expect(page.getByText("Wiosna")).toBeVisible();
  await look("campaigns");
}
