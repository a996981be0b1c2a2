import { expect, type Page } from "@playwright/test";
import { authWords } from "../../app/(auth)/words";
import { deleteWords } from "../../app/(dashboard)/settings/account/delete/words";
import { twoStepWords } from "../../app/(dashboard)/settings/account/two-step/words";
import { accountWords } from "../../app/(dashboard)/settings/account/words";
import { uiWords } from "../../components/ui/words";
import { appCode } from "../../lib/testing/app-code";
import { fillIn, inventPerson, type Person, signInByForm, signUp } from "../fixtures";
import { mailedLink } from "../mailed-link";
import { press, refused, type Visit } from "./visit";

const subjects = { en: "Confirm your new email", pl: "Potwierdzenie nowego adresu e-mail" };

/** The account: its forms, another e-mail on the way to it, and its end. */
export async function visitAccount({ page, language, look }: Visit): Promise<void> {
  const words = accountWords[language];
  const person = inventPerson();
  await signUp(page, person, language);
  await page.goto("/settings/account");
  await look("the account");
  await page.getByLabel(words.password.current, { exact: true }).fill("not the password");
  await page.getByLabel(words.password.fresh, { exact: true }).fill("short");
  await press(page, words.password.submit);
  await refused(page);
  await look("the account, a refused password");

  const { email } = inventPerson();
  await page.getByLabel(words.email.field, { exact: true }).fill(email);
  await page.getByLabel(words.yourPassword, { exact: true }).fill(person.password);
  await press(page, words.email.submit);
  await expect(page.getByText(words.email.asked)).toBeVisible();
  await look("the account, a new e-mail asked for");
  await page.goto(await mailedLink(page, email, subjects[language]));
  await look("confirming an e-mail");
  await press(page, authWords[language].confirm.submit);
  await expect(page.getByText(authWords[language].confirm.changed)).toBeVisible();
  await look("a confirmed e-mail");
  await visitDeletion({ page, language, look }, { ...person, email });
}

async function visitDeletion({ page, language, look }: Visit, person: Person): Promise<void> {
  const { yourPassword, kept } = accountWords[language];
  const { submit } = deleteWords[language];
  await page.goto("/settings/account/delete");
  await look("deleting the account");
  await page.getByLabel(yourPassword, { exact: true }).fill("not the password");
  await press(page, submit);
  await refused(page, yourPassword);
  await look("deleting the account, refused");
  await page.getByLabel(yourPassword, { exact: true }).fill(person.password);
  await press(page, submit);
  await expect(page.getByText(authWords[language].news.closed.title)).toBeVisible();
  await look("a closed account");
  await signInByForm(page, person, { path: "/settings/account", language });
  await expect(page.getByText(kept.title)).toBeVisible();
  await look("an account taken back");
}

/** Two-step sign-in: setting it up, its codes, the second step by app and by recovery code, and its page when it is on. */
export async function visitTwoStep({ page, language, look }: Visit): Promise<void> {
  const words = twoStepWords[language];
  const { code, signIn: entering } = authWords[language];
  const person = inventPerson();
  await signUp(page, person, language);
  await page.goto("/settings/account/two-step");
  await look("two-step sign-in, off");
  await page.getByLabel(accountWords[language].yourPassword, { exact: true }).fill(person.password);
  await press(page, words.setUp);
  await expect(page.getByRole("img", { name: words.qrCode })).toBeVisible();
  await look("two-step sign-in, being set up");
  const secret = ((await page.locator("ol code").textContent()) ?? "").replaceAll(" ", "");
  await enterCode(page, language, "000000");
  await refused(page, uiWords[language].code);
  await look("two-step sign-in, a refused code");
  await enterCode(page, language, appCode(secret, -1));
  await expect(page.getByRole("heading", { name: words.codes.title })).toBeFocused();
  await look("two-step sign-in, on, with fresh recovery codes");

  // Away from the live stream, which would be refused.
  await page.goto("/docs");
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await fillIn(page, person, language);
  await press(page, entering.submit);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(code.title);
  await look("the second step");
  await page.getByLabel(uiWords[language].code, { exact: true }).fill("000000");
  await press(page, entering.submit);
  await refused(page, uiWords[language].code);
  await look("the second step, refused");
  await page.getByRole("link", { name: code.toRecovery }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(code.recoveryTitle);
  await look("the second step by recovery code");
}

async function enterCode(page: Page, language: Visit["language"], code: string): Promise<void> {
  await page.getByLabel(uiWords[language].code, { exact: true }).fill(code);
  await press(page, twoStepWords[language].turnOn);
}
