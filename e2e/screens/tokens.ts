import { expect } from "@playwright/test";
import { tokenWords } from "../../app/(dashboard)/settings/api/words";
import { inventPerson, signUp } from "../fixtures";
import { openForm } from "../open-form";
import { press, refused, type Visit } from "./visit";

/** API tokens: the form, a secret shown once, both dialogs, the list with one that works and one that ended. */
export async function visitTokens({ page, language, look }: Visit): Promise<void> {
  const { form, fresh, row, rotating, revoking } = tokenWords[language];
  await signUp(page, inventPerson(), language);
  await page.goto("/settings/api");
  await look("API tokens, none yet");
  await page.getByText(form.more, { exact: true }).click();
  await page.getByLabel(form.addresses, { exact: true }).fill("nowhere");
  await page.getByLabel(form.expires, { exact: true }).selectOption("date");
  await press(page, form.submit);
  await refused(page);
  await look("a refused token, all fields shown");
  await page.reload();
  for (const name of ["Sklep 24", "Faktury"]) {
    await openForm(page, form.open);
    await page.getByLabel(form.name, { exact: true }).fill(name);
    await press(page, form.submit);
    await expect(page.getByRole("heading", { name: fresh.made(name) })).toBeFocused();
  }
  await look("a fresh token");
  await press(page, row.rotateOne("Sklep 24"));
  await expect(page.getByRole("dialog")).toBeVisible();
  await look("asked whether to rotate a token");
  await page.getByLabel(rotating.graces[1], { exact: true }).check();
  await press(page, rotating.submit);
  await expect(page.getByRole("heading", { name: fresh.rotated("Sklep 24") })).toBeVisible();
  await look("a rotated token, its old secret counting down");
  await press(page, row.revokeOne("Sklep 24"));
  await expect(page.getByRole("dialog")).toBeVisible();
  await look("asked whether to revoke a token");
  await press(page, revoking.submit);
  await expect(page.getByRole("dialog")).toBeHidden();
  await look("API tokens, one of them revoked");
}
