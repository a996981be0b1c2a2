import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test";
import { z } from "zod";
import { runCli } from "./server";

export interface Person {
  email: string;
  password: string;
}

export interface Account extends Person {
  /** A live token that may send and read. */
  token: string;
}

interface Fixtures {
  /** Someone who has just signed up in this page's browser and is signed in. */
  newcomer: Person;
  /** An account with 100 credits and a token, made behind the scenes; nobody is signed in. */
  account: Account;
}

export const test = base.extend<Fixtures>({
  newcomer: async ({ page }, use) => {
    const person = inventPerson();
    await page.goto("/sign-up");
    await fillIn(page, person);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(({ pathname }) => pathname !== "/sign-up");
    await use(person);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  account: async ({}, use) => {
    await use(await mintAccount());
  },
});

/** Makes an account with a live token through the operator's CLI; `credits` instead of the usual 100. */
export async function mintAccount({ credits }: { credits?: number } = {}): Promise<Account> {
  const { email, password } = inventPerson();
  const grant = credits === undefined ? [] : ["--credits", String(credits)];
  await cli(["account", "create", "--email", email, "--password", password, ...grant]);
  return { email, password, token: await mintToken({ email }) };
}

/** Makes one more token for an account; `test` tokens never touch a carrier or credits. */
export async function mintToken({ email, test = false }: { email: string; test?: boolean }) {
  const kind = test ? ["--test"] : [];
  const created = await cli(["token", "create", "--email", email, "--name", "e2e", ...kind]);
  return z.object({ token: z.string() }).parse(created).token;
}

/** Signs someone in through the form. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await fillIn(page, person);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
}

/** A client of the HTTP API with one token. */
export function api(request: APIRequestContext, token: string) {
  const authorization = `Bearer ${token}`;
  return {
    /** Sends a message to a number that is delivered to; `fields` add to or replace what is sent. */
    send: (fields: object = {}, headers: Record<string, string> = {}) =>
      request.post("/api/sms", {
        headers: { authorization, ...headers },
        data: { from: "YourBrand", to: "48732129000", body: "Your code: 482910", ...fields },
      }),
    read: (messageId: string) =>
      request.get(`/api/sms/${messageId}`, { headers: { authorization } }),
  };
}

/** Fails when a page breaks a rule of WCAG 2.2 AA that can be checked by machine, in light or in dark. */
export async function axeClean(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // Without motion, so that no colour is measured half-way through a change.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target }) => target.join(" ")),
    }));
    expect(found, `in the ${colorScheme} theme`).toEqual([]);
  }
}

function inventPerson(): Person {
  return { email: `${randomUUID()}@example.com`, password: randomUUID() };
}

async function fillIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

function cli(words: string[]): Promise<unknown> {
  const dataDir = process.env["E2E_DATA_DIR"];
  if (!dataDir) throw new Error("The specs need the server that the global setup starts.");
  return runCli(dataDir, words);
}
