import { expect, type Page } from "@playwright/test";
import type { Language } from "../lib/language/language";
import { mintAccount, sharedDataDir, signInByForm, test } from "./fixtures";
import { runSql } from "./run-sql";
import { visitAccount, visitTwoStep } from "./screens/account";
import { visitCampaigns } from "./screens/campaigns";
import { visitCompose } from "./screens/compose";
import { visitCredits } from "./screens/credits";
import { visitDocumentation } from "./screens/documentation";
import { examineInBoth, examiner } from "./screens/examine";
import { visitFirstSteps } from "./screens/first-steps";
import { visitMessages } from "./screens/messages";
import { visitOverview } from "./screens/overview";
import { visitPasskeys } from "./screens/passkeys";
import { visitPublicPages } from "./screens/public-pages";
import { visitSigningIn } from "./screens/signing-in";
import { visitTokens } from "./screens/tokens";
import type { Tour } from "./screens/visit";
import { visitWebhooks } from "./screens/webhooks";

const tours: Record<string, Tour> = {
  documentation: visitDocumentation,
  webhooks: visitWebhooks,
  messages: visitMessages,
  "signing in": visitSigningIn,
  compose: visitCompose,
  campaigns: visitCampaigns,
  account: visitAccount,
  "two-step sign-in": visitTwoStep,
  passkeys: visitPasskeys,
  "API tokens": visitTokens,
  overview: visitOverview,
  credits: visitCredits,
  "first steps": visitFirstSteps,
  "public pages": visitPublicPages,
};

// All specs come from one address, which may guess ten times in 15 minutes; refused forms are guesses.
test.afterEach(async () => {
  await runSql(sharedDataDir(), "delete from attempts where key like 'sign-in:address:%'");
});

const locales: [Language, string][] = [
  ["en", "en-GB"],
  ["pl", "pl-PL"],
];

for (const [language, locale] of locales) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale, actionTimeout: 15_000 });

    for (const [name, tour] of Object.entries(tours)) {
      test(`${name}: axe is clean, nothing is cut off on a phone or in large letters, the console is silent`, async ({
        page,
      }) => {
        test.setTimeout(180_000);
        const errorMessages = complaintsOf(page);
        await tour({ page, language, look: examiner(page, language) });
        expect(errorMessages).toEqual([]);
      });
    }
  });
}

/** Fills with whatever the browser complains about, but for the pages that are meant to be missing. */
function complaintsOf(page: Page): string[] {
  const errorMessages: string[] = [];
  page.on("pageerror", (error) => errorMessages.push(String(error)));
  page.on("console", (message) => {
    const isMissing = /404 \(Not Found\)/.test(message.text()) && page.url().endsWith("/nowhere");
    if (["error", "warning"].includes(message.type()) && !isMissing) {
      errorMessages.push(`${message.text()} on ${page.url()}`);
    }
  });
  return errorMessages;
}

test("the theme can be chosen and is remembered", async ({ page }) => {
  await page.goto("/");
  const html = page.locator("html");
  await page.getByRole("button", { name: /^Theme: System/ }).click();
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.getByRole("button", { name: /^Theme: Light/ }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "dark");
});

test("a screen that could not be made keeps the rules, in both languages", async ({
  browser,
  installation: { dataDir, start },
}) => {
  test.setTimeout(180_000);
  const { url } = await start();
  const account = await mintAccount({ dataDir });
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await signInByForm(page, account);
  await runSql(dataDir, "alter table ledger_transactions rename to lost_transactions");
  await page.goto("/credits");
  await expect(page.getByRole("alert").getByRole("button", { name: "Try again" })).toBeVisible();
  await examineInBoth(page, "a broken screen");
  await context.close();
});
