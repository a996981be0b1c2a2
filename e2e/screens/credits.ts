import { expect } from "@playwright/test";
import { creditsWords } from "../../app/(dashboard)/credits/words";
import { client } from "../client";
import { doors } from "../doors";
import { mintAccount, signIn } from "../fixtures";
import { press, refused, type Visit } from "./visit";

/** Credits where none are sold: the ledger, its filters, the warning. */
export async function visitCredits({ page, language, look }: Visit): Promise<void> {
  const words = creditsWords[language];
  const account = await mintAccount();
  await client(doors.front.url, account.token).send();
  await signIn(page, account, { path: "/credits", language });
  await look("credits, with their ledger");
  const below = page.getByLabel(words.belowCredits, { exact: true });
  await below.fill("none");
  await press(page, words.save);
  await refused(page, words.belowCredits);
  await look("a refused warning");
  await below.fill("200");
  await press(page, words.save);
  await expect(page.getByText(words.low(99))).toBeVisible();
  await look("credits that are low");
  await page.goto("/credits?kind=refund");
  await expect(page.getByText(words.none)).toBeVisible();
  await look("a ledger where nothing matches");
}
