import { expect, type Page } from "@playwright/test";
import { authWords } from "../app/(auth)/words";
import { deleteWords } from "../app/(dashboard)/settings/account/delete/words";
import { twoStepWords } from "../app/(dashboard)/settings/account/two-step/words";
import { accountWords } from "../app/(dashboard)/settings/account/words";
import { tokenWords } from "../app/(dashboard)/settings/api/words";
import { deliveryPageWords } from "../app/(dashboard)/settings/webhooks/[endpointId]/[eventId]/words";
import { signatureWords } from "../app/(dashboard)/settings/webhooks/[endpointId]/signature-words";
import { endpointWords } from "../app/(dashboard)/settings/webhooks/[endpointId]/words";
import { webhooksWords } from "../app/(dashboard)/settings/webhooks/words";
import { shellWords } from "../components/shell/words";
import { uiWords } from "../components/ui/words";
import type { Words } from "../lib/language/language";
import { appCode } from "../lib/testing/app-code";
import { client } from "./client";
import { doors } from "./doors";
import { axeClean, inventPerson, mintAccount, type Person, signIn, test } from "./fixtures";

test.use({ locale: "pl-PL" });

const auth = authWords.pl;
const account = accountWords.pl;
const token = tokenWords.pl;
const webhooks = webhooksWords.pl;
const endpoint = endpointWords.pl;
const twoStep = twoStepWords.pl;

/** Every text a set of words has by itself, without those that are made of something. */
function textsIn(words: unknown): string[] {
  if (typeof words === "string") return [words.trim()];
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

const everything: Words<unknown>[] = [
  ...[authWords, accountWords, deleteWords, twoStepWords, tokenWords, webhooksWords],
  ...[endpointWords, signatureWords, deliveryPageWords, shellWords, uiWords],
];
const polishTexts = new Set(everything.flatMap(({ pl }) => textsIn(pl)));
/** What must not be on a Polish screen. Words of four letters may be code, such as a mode or a scope. */
const englishTexts = new Set(
  everything
    .flatMap(({ en }) => textsIn(en))
    .filter((text) => text.length > 4 && /[a-z]/i.test(text) && !polishTexts.has(text)),
);

/** All that can be seen or heard of a page, piece by piece. */
async function piecesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pieces = [document.title.replace(/ · Depesza$/, "")];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isCode = node.parentElement?.closest("script, style, code, pre, .font-mono");
      if (!isCode) pieces.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
      for (const name of ["aria-label", "title", "placeholder"]) {
        pieces.push(element.getAttribute(name) ?? "");
      }
    }
    return pieces.map((piece) => piece.trim()).filter(Boolean);
  });
}

/** The page is in Polish throughout, clean for axe in both themes at both widths, and fits 320 px. */
async function isFine(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "pl");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const english = (await piecesOf(page)).filter((piece) => englishTexts.has(piece));
  expect(english, `in English on ${page.url()}`).toEqual([]);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await axeClean(page);
  }
  await page.setViewportSize({ width: 320, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `at 320 px on ${page.url()}`).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function fillPolish(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel(auth.email, { exact: true }).fill(email);
  await page.getByLabel(auth.password, { exact: true }).fill(password);
}

async function signUpInPolish(page: Page): Promise<Person> {
  const person = inventPerson();
  await page.goto("/sign-up");
  await fillPolish(page, person);
  await page.getByRole("button", { name: auth.signUp.submit }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-up");
  return person;
}

async function signInInPolish(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in?next=%2Fsettings%2Faccount");
  await fillPolish(page, person);
  await page.getByRole("button", { name: auth.signIn.submit }).click();
}

async function openInPolish(page: Page, person: Person): Promise<void> {
  await signInInPolish(page, person);
  await page.waitForURL("/settings/account");
}

/** Where the newest mail to this address with this subject leads. */
async function mailedLink(page: Page, to: string, subject: string): Promise<string> {
  const mail = page.getByRole("listitem").filter({ hasText: to }).filter({ hasText: subject });
  await expect(async () => {
    await page.goto("/mail");
    await expect(mail.first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await expect(mail.first()).toHaveAttribute("lang", "pl");
  return (await mail.first().getByRole("link").first().getAttribute("href")) ?? "";
}

test.describe("screens before signing in", () => {
  for (const path of ["/sign-up", "/sign-in", "/forgot-password", "/nowhere"]) {
    test(`${path} is in Polish`, async ({ page }) => {
      await page.goto(path);
      await isFine(page);
    });
  }

  test("what has just happened is told in Polish, and dead links say so", async ({ page }) => {
    test.slow();
    const { reset, late, closed } = auth.news;
    for (const [after, { title }] of Object.entries({ reset, late, "closed-untold": closed })) {
      await page.goto(`/sign-in?after=${after}`);
      await expect(page.getByText(title)).toBeVisible();
      await isFine(page);
    }
    for (const path of ["/reset-password?ticket=x", "/confirm-email?ticket=x"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(auth.dead.title);
      await isFine(page);
    }
  });

  test("a refused form says in Polish what is wrong", async ({ page }) => {
    await page.goto("/sign-up");
    await fillPolish(page, { email: "ada", password: "krótkie" });
    await page.getByRole("button", { name: auth.signUp.submit }).click();
    await expect(page.getByText("Podaj adres e-mail, na przykład ada@example.com.")).toBeVisible();
    await expect(page.getByText("Użyj co najmniej 12 znaków.")).toBeVisible();
    await isFine(page);
    await signInInPolish(page, inventPerson());
    await expect(page.getByText("Adres e-mail lub hasło są nieprawidłowe.")).toBeVisible();
  });

  test("a forgotten password is replaced in Polish, from the form to the mail to the new one", async ({
    page,
  }) => {
    test.slow();
    const person = await signUpInPolish(page);
    await page.context().clearCookies();
    await page.goto("/forgot-password");
    await page.getByLabel(auth.email, { exact: true }).fill(person.email);
    await page.getByRole("button", { name: auth.forgot.submit }).click();
    await expect(page.getByText(auth.forgot.asked)).toBeVisible();
    await isFine(page);
    const link = await mailedLink(page, person.email, "Ustawienie nowego hasła");
    await page.goto(link);
    await isFine(page);
    await page.getByLabel(auth.newPassword).fill("zupełnie inne hasło");
    await page.getByRole("button", { name: auth.reset.submit }).click();
    await expect(page.getByText(auth.news.reset.title)).toBeVisible();
    await mailedLink(page, person.email, "Hasło zostało zmienione");
  });
});

test.describe("settings", () => {
  test("API tokens: the form, a fresh token, both dialogs, the list", async ({ page }) => {
    test.slow();
    await signUpInPolish(page);
    await page.goto("/settings/api");
    await isFine(page);
    await page.getByRole("button", { name: token.form.submit }).click();
    await expect(page.getByText("Nadaj tokenowi nazwę.")).toBeVisible();
    await page.getByLabel(token.form.name, { exact: true }).fill("Sklep");
    await page.getByRole("button", { name: token.form.submit }).click();
    await expect(page.getByRole("heading", { name: token.fresh.made("Sklep") })).toBeFocused();
    await isFine(page);
    await page.getByRole("button", { name: token.row.rotateOne("Sklep") }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await isFine(page);
    await page.getByLabel(token.rotating.graces[1], { exact: true }).check();
    await page.getByRole("button", { name: token.rotating.submit }).click();
    await expect(page.getByText(/wygasa za 59 min/)).toBeVisible();
    await page.getByRole("button", { name: token.row.revokeOne("Sklep") }).click();
    await isFine(page);
    await page.getByRole("button", { name: token.revoking.submit }).click();
    await expect(page.getByText(/^Token unieważniony/)).toBeVisible();
    await isFine(page);
  });

  test("webhooks: none yet, a refusal, an endpoint with everything in use, a delivery", async ({
    page,
  }) => {
    test.slow();
    const { email, password, token: secret } = await mintAccount();
    await openInPolish(page, { email, password });
    await page.goto("/settings/webhooks");
    await expect(page.getByText(webhooks.none.title)).toBeVisible();
    await isFine(page);
    const add = page.getByRole("button", { name: webhooks.add.submit });
    await page.getByLabel(webhooks.fields.address, { exact: true }).fill("https://10.0.0.7/");
    await add.click();
    await expect(page.getByText(/10\.0\.0\.7 nie jest adresem publicznym/)).toBeVisible();
    await page.getByLabel(webhooks.fields.address, { exact: true }).fill("http://127.0.0.1:9/sms");
    await add.click();
    await expect(page.getByText(endpoint.notices.added)).toBeVisible();
    await client(doors.front.url, secret).send();
    await page.getByRole("button", { name: endpoint.test.send("sms.failed") }).click();
    await expect(page.getByText(/^Brak odpowiedzi po .*: odmowa połączenia/)).toBeVisible();
    await page.getByRole("button", { name: signatureWords.pl.submit }).click();
    await expect(page.getByText("Brakuje nagłówka webhook-id.")).toBeVisible();
    await page.getByRole("button", { name: endpoint.replay.count }).click();
    await expect(page.getByText(/od .*: nieudane\.$/)).toBeVisible();
    await expect(page.locator("tbody").getByRole("row")).toHaveCount(1);
    await isFine(page);
    await page.locator("tbody").getByRole("link").first().click();
    await expect(page.getByText(deliveryPageWords.pl.posted)).toBeVisible();
    await isFine(page);
    await page.goBack();
    await page.getByRole("button", { name: endpoint.head.off }).click();
    await expect(page.getByText(endpoint.notices.manual)).toBeVisible();
    await page.getByRole("button", { name: endpoint.delete.title, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await isFine(page);
    await page.goto("/settings/webhooks");
    await isFine(page);
  });

  test("the account page and its refusals, and what deleting means", async ({ page }) => {
    test.slow();
    await signUpInPolish(page);
    await page.goto("/settings/account");
    await isFine(page);
    await page.getByLabel(account.password.current).fill("nie to hasło");
    await page.getByLabel(account.password.fresh).fill("zupełnie inne hasło");
    await page.getByRole("button", { name: account.password.submit }).click();
    await expect(page.getByText("To nie jest obecne hasło.")).toBeVisible();
    await page.goto("/settings/account/delete");
    await isFine(page);
  });

  test("two-step sign-in: set up, its codes, the second step, turned off", async ({ page }) => {
    test.slow();
    const person = await signUpInPolish(page);
    await page.goto("/settings/account/two-step");
    await isFine(page);
    await page.getByLabel(account.yourPassword).fill(person.password);
    await page.getByRole("button", { name: twoStep.setUp }).click();
    await expect(page.getByRole("img", { name: twoStep.qrCode })).toBeVisible();
    await isFine(page);
    const secret = ((await page.locator("ol code").textContent()) ?? "").replaceAll(" ", "");
    await page.getByLabel("Kod", { exact: true }).fill("000000");
    await page.getByRole("button", { name: twoStep.turnOn }).click();
    await expect(page.getByText("Ten kod jest błędny albo był już użyty.")).toBeVisible();
    await page.getByLabel("Kod", { exact: true }).fill(appCode(secret, -1));
    await page.getByRole("button", { name: twoStep.turnOn }).click();
    await expect(page.getByRole("heading", { name: twoStep.codes.title })).toBeFocused();
    await isFine(page);
    await page.context().clearCookies();
    await signInInPolish(page, person);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(auth.code.title);
    await isFine(page);
    await page.getByRole("link", { name: auth.code.toRecovery }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(auth.code.recoveryTitle);
    await isFine(page);
  });
});

test.describe("the choice of a language", () => {
  test("goes with the person: made on one browser, it holds on another after signing in", async ({
    page,
    browser,
  }) => {
    const person = await signUpInPolish(page);
    const apart = await browser.newContext({ locale: "en-GB" });
    const elsewhere = await apart.newPage();
    await signIn(elsewhere, person);
    await elsewhere.goto("/settings/account");
    await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(account.title);

    await elsewhere.getByLabel(account.profile.language, { exact: true }).selectOption("en");
    await elsewhere.getByRole("button", { name: account.profile.submit }).click();
    await expect(elsewhere.getByText("Profile saved.")).toBeVisible();
    await expect(elsewhere.locator("html")).toHaveAttribute("lang", "en");
    await apart.close();

    await page.context().clearCookies();
    await signInInPolish(page, person);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
  });

  test("made with the switch, it is kept for who is signed in", async ({ page }) => {
    const person = await signUpInPolish(page);
    await page.goto("/settings/account");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
    await page.context().clearCookies();
    await signInInPolish(page, person);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
  });

  test("is the browser's while none was made", async ({ page }) => {
    await signInInPolish(page, await mintAccount());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(account.title);
  });
});
