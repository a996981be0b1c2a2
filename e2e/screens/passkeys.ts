import { expect } from "@playwright/test";
import { passkeyWords } from "../../app/(dashboard)/settings/account/passkeys/words";
import { accountWords } from "../../app/(dashboard)/settings/account/words";
import { inventPerson, signUp } from "../fixtures";
import { plugIn } from "../passkey-device";
import { press, refused, type Visit } from "./visit";

/** Passkeys: none yet, a refused password, one that was added, and the question before it is removed. */
export async function visitPasskeys({ page, language, look }: Visit): Promise<void> {
  const { add, removing } = passkeyWords[language];
  const { yourPassword } = accountWords[language];
  const person = inventPerson();
  await plugIn(page);
  await signUp(page, person, language);
  await page.goto("/settings/account/passkeys");
  await look("passkeys, none yet");
  await page.getByLabel(yourPassword, { exact: true }).fill("not the password");
  await press(page, add.submit);
  await refused(page, yourPassword);
  await look("passkeys, a refused password");
  await page.getByLabel(add.name, { exact: true }).fill("Telefon");
  await page.getByLabel(yourPassword, { exact: true }).fill(person.password);
  await press(page, add.submit);
  await expect(page.getByText(/Telefon/).first()).toBeVisible();
  await look("passkeys, one added");
  await page.getByRole("button", { name: /Telefon/ }).click();
  await expect(page.getByRole("button", { name: removing.keep })).toBeVisible();
  await look("passkeys, before one is removed");
}
