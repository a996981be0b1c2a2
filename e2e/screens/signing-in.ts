import { expect } from "@playwright/test";
import { authWords } from "../../app/(auth)/words";
import { fillIn, inventPerson, signUp } from "../fixtures";
import { mailedLink } from "../mailed-link";
import { press, refused, type Visit } from "./visit";

const subjects = { en: "Set a new password", pl: "Ustawienie nowego hasła" };

/** Signing up, signing in, and the way back in for who forgot the password. */
export async function visitSigningIn({ page, language, look }: Visit): Promise<void> {
  const words = authWords[language];
  await page.goto("/sign-up");
  await look("sign-up");
  await fillIn(page, { email: "ada", password: "short" }, language);
  await press(page, words.signUp.submit);
  await refused(page, words.password);
  await look("a refused sign-up");

  await page.goto("/sign-in");
  await look("sign-in");
  await fillIn(page, inventPerson(), language);
  await press(page, words.signIn.submit);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await look("a refused sign-in");
  const { reset, late, closed } = words.news;
  for (const [after, { title }] of Object.entries({ reset, late, "closed-untold": closed })) {
    await page.goto(`/sign-in?after=${after}`);
    await expect(page.getByText(title)).toBeVisible();
    await look(`sign-in, after ${after}`);
  }

  const person = inventPerson();
  await signUp(page, person, language);
  // Away from the live stream, which would be refused.
  await page.goto("/docs");
  await page.context().clearCookies();
  await page.goto("/forgot-password");
  await look("a forgotten password");
  await page.getByLabel(words.email, { exact: true }).fill(person.email);
  await press(page, words.forgot.submit);
  await expect(page.getByText(words.forgot.asked)).toBeVisible();
  await look("a forgotten password, a link asked for");
  const link = await mailedLink(page, person.email, subjects[language]);
  await look("the mails kept here");
  await page.goto(link);
  await look("a new password");
  await page.getByLabel(words.newPassword, { exact: true }).fill("short");
  await press(page, words.reset.submit);
  await refused(page, words.newPassword);
  await look("a new password, refused");
  for (const path of ["/reset-password", "/confirm-email"]) {
    await page.goto(`${path}?ticket=x`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.dead.title);
    await look(`a dead link to ${path}`);
  }
}
