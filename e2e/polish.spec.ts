import { expect, type Page } from "@playwright/test";
import { authWords } from "../app/(auth)/words";
import { twoStepWords } from "../app/(dashboard)/settings/account/two-step/words";
import { accountWords } from "../app/(dashboard)/settings/account/words";
import { tokenWords } from "../app/(dashboard)/settings/api/words";
import { webhooksWords } from "../app/(dashboard)/settings/webhooks/words";
import { languageCookie } from "../lib/language/language";
import {
  fillIn,
  inventPerson,
  mintAccount,
  type Person,
  signInByForm,
  signUp,
  test,
} from "./fixtures";
import { mailedLink, openMail } from "./mailed-link";

test.use({ locale: "pl-PL" });

const auth = authWords.pl;
const account = accountWords.pl;
const arrival = { path: "/settings/account", language: "pl" } as const;

async function signUpInPolish(page: Page): Promise<Person> {
  const person = inventPerson();
  await signUp(page, person, "pl");
  return person;
}

test("what is refused before signing in is said in Polish", async ({ page }) => {
  await page.goto("/sign-up");
  await fillIn(page, { email: "ada", password: "krótkie" }, "pl");
  await page.getByRole("button", { name: auth.signUp.submit }).click();
  await expect(page.getByText("Podaj adres e-mail, na przykład ada@example.com.")).toBeVisible();
  await expect(page.getByText("Użyj co najmniej 12 znaków.")).toBeVisible();
  await page.goto("/sign-in");
  await fillIn(page, inventPerson(), "pl");
  await page.getByRole("button", { name: auth.signIn.submit, exact: true }).click();
  await expect(page.getByText("Adres e-mail lub hasło są nieprawidłowe.")).toBeVisible();
});

test("what is refused in the settings is said in Polish", async ({ page }) => {
  const { password } = await signUpInPolish(page);
  await page.goto("/settings/api");
  await page.getByRole("button", { name: tokenWords.pl.form.submit }).click();
  await expect(page.getByText("Nadaj tokenowi nazwę.")).toBeVisible();
  const { fields, add } = webhooksWords.pl;
  await page.goto("/settings/webhooks");
  await page.getByLabel(fields.address, { exact: true }).fill("https://10.0.0.7/");
  await page.getByRole("button", { name: add.submit }).click();
  await expect(page.getByText(/10\.0\.0\.7 nie jest adresem publicznym/)).toBeVisible();
  await page.goto("/settings/account");
  await page.getByLabel(account.password.current).fill("nie to hasło");
  await page.getByLabel(account.password.fresh).fill("zupełnie inne hasło");
  await page.getByRole("button", { name: account.password.submit }).click();
  await expect(page.getByText("To nie jest obecne hasło.")).toBeVisible();
  await page.goto("/settings/account/two-step");
  await page.getByLabel(account.yourPassword).fill(password);
  await page.getByRole("button", { name: twoStepWords.pl.setUp }).click();
  await page.getByLabel("Kod", { exact: true }).fill("000000");
  await page.getByRole("button", { name: twoStepWords.pl.turnOn }).click();
  await expect(page.getByText("Ten kod jest błędny albo był już użyty.")).toBeVisible();
});

test("a forgotten password is replaced in Polish, from the form to the mail to the new one", async ({
  page,
}) => {
  const person = await signUpInPolish(page);
  await page.context().clearCookies();
  await page.goto("/forgot-password");
  await page.getByLabel(auth.email, { exact: true }).fill(person.email);
  await page.getByRole("button", { name: auth.forgot.submit }).click();
  await expect(page.getByText(auth.forgot.asked)).toBeVisible();
  await page.goto(await mailedLink(page, person.email, "Ustawienie nowego hasła"));
  await page.getByLabel(auth.newPassword).fill("zupełnie inne hasło");
  await page.getByRole("button", { name: auth.reset.submit }).click();
  await expect(page.getByText(auth.news.reset.title)).toBeVisible();
  const notice = await openMail(page, person.email, "Hasło zostało zmienione");
  await expect(notice).toHaveAttribute("lang", "pl");
});

test.describe("the choice of a language", () => {
  test("goes with the person: made on one browser, it holds on another after signing in", async ({
    page,
    browser,
  }) => {
    const person = await signUpInPolish(page);
    const apart = await browser.newContext({ locale: "en-GB" });
    const elsewhere = await apart.newPage();
    await signInByForm(elsewhere, person);
    await elsewhere.goto("/settings/account");
    await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(account.title);

    await elsewhere.getByLabel(account.profile.language, { exact: true }).selectOption("en");
    await elsewhere.getByRole("button", { name: account.profile.submit }).click();
    await expect(elsewhere.getByText("Profile saved.")).toBeVisible();
    await expect(elsewhere.locator("html")).toHaveAttribute("lang", "en");
    await apart.close();

    await page.context().clearCookies();
    await signInByForm(page, person, arrival);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
  });

  test("made with the switch, it is kept for who is signed in", async ({ page }) => {
    const person = await signUpInPolish(page);
    await page.goto("/settings/account");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
    await page.context().clearCookies();
    await signInByForm(page, person, arrival);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
  });

  test("is the browser's while none was made", async ({ page }) => {
    await signInByForm(page, await mintAccount(), arrival);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(account.title);
  });
});

test("a file for a spreadsheet parts its cells as the reader's spreadsheet does", async ({
  page,
}) => {
  await signUpInPolish(page);
  for (const [language, heading] of [
    ["pl", "\uFEFFmessage_id;status;to;"],
    ["en", "\uFEFFmessage_id,status,to,"],
  ] as const) {
    const url = new URL("/", page.url()).href;
    await page.context().addCookies([{ name: languageCookie, value: language, url }]);
    const file = await page.request.get("/api/panel/messages.csv");
    expect((await file.text()).slice(0, heading.length)).toBe(heading);
  }
});

test("no word mixes two faces: the letters of Polish are asked for as early as the others", async ({
  page,
}) => {
  const answer = await page.goto("/");
  expect((await answer?.headerValue("link"))?.match(/as="font"/g)).toHaveLength(2);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/[ąćęłńśźż]/);
  const session = await page.context().newCDPSession(page);
  // What came too late for the first view of a busy machine is there for the next one.
  await expect(async () => {
    await page.reload();
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument");
    const heading = { nodeId: root.nodeId, selector: "h1" };
    const { nodeId } = await session.send("DOM.querySelector", heading);
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    expect(fonts.map(({ familyName }) => familyName)).toEqual(["Instrument Sans"]);
  }).toPass();
});
