import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { z } from "zod";
import { authWords } from "../app/(auth)/words";
import { findPostmaster } from "../lib/database/find-postmaster";
import type { Language } from "../lib/language/language";
import { runCli, startServer, type TestServer } from "./server";
import { violationsOn } from "./violations-on";

export interface Person {
  email: string;
  password: string;
}

export interface Account extends Person {
  /** A live token that may send and read. */
  token: string;
}

/** A server of its own, which a test may stop, kill and lock people out of as it likes. */
interface Installation {
  dataDir: string;
  /** Starts it; later on the same port again. */
  start: (settings?: Record<string, string>) => Promise<TestServer>;
}

interface Fixtures {
  /** Someone who has just signed up and whose session this page's browser has. */
  newcomer: Person;
  /** An account with 100 credits and a token, made behind the scenes; nobody is signed in. */
  account: Account;
  installation: Installation;
}

export const test = base.extend<Fixtures>({
  // Whatever a page was kept from by its content policy fails the spec that opened it.
  context: async ({ context }, use) => {
    const violations: string[] = [];
    await context.exposeBinding("reportViolation", (_source, what: string) => {
      violations.push(what);
    });
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const report = Reflect.get(window, "reportViolation") as (what: string) => void;
        report(
          `${event.effectiveDirective}: ${event.blockedURI} ${event.sample} on ${location.pathname}`,
        );
      });
    });
    await use(context);
    expect(violations).toEqual([]);
  },
  newcomer: async ({ page }, use) => {
    const person = inventPerson();
    await openSession(page, person, { isNew: true });
    await page.goto("/start");
    await use(person);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  account: async ({}, use) => {
    await use(await mintAccount());
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  installation: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), "depesza-e2e-own-"));
    const started: TestServer[] = [];
    const start = async (settings: Record<string, string> = {}) => {
      const port = Number(new URL(started[0]?.url ?? "http://localhost:0").port);
      const server = await startServer({ dataDir, port, settings });
      started.push(server);
      return server;
    };
    await use({ dataDir, start });
    await Promise.all(started.map((server) => server.kill()));
    await expect.poll(() => findPostmaster(dataDir), { timeout: 10_000 }).toBeUndefined();
    rmSync(dataDir, { recursive: true, force: true });
  },
});

interface AccountChoices {
  /** Instead of the usual 100. */
  credits?: number;
  /** Where its server keeps its data, if that is not the one of all specs. */
  dataDir?: string;
}

/** Makes an account with a live token by the operator's commands. */
export async function mintAccount({ credits, dataDir }: AccountChoices = {}): Promise<Account> {
  const person = inventPerson();
  const { email, password } = person;
  const words = ["account", "create", "--email", email, "--password", password];
  await command(dataDir, [
    ...words,
    ...(credits === undefined ? [] : ["--credits", String(credits)]),
  ]);
  return { ...person, token: await mintToken({ email, ...(dataDir ? { dataDir } : {}) }) };
}

interface TokenChoices {
  email: string;
  /** A test token never touches a carrier or credits. */
  isTest?: boolean;
  /** Instead of send and read. */
  scopes?: string;
  dataDir?: string;
}

/** Makes one more token for an account. */
export async function mintToken({ email, isTest, scopes, dataDir }: TokenChoices): Promise<string> {
  const created = await command(dataDir, [
    ...["token", "create", "--email", email, "--name", "e2e"],
    ...(isTest ? ["--test"] : []),
    ...(scopes ? ["--scopes", scopes] : []),
  ]);
  return z.object({ token: z.string() }).parse(created).token;
}

/** Runs a command on the data of this folder, or of the server that all specs share: there, one process runs them all. */
async function command(dataDir: string | undefined, words: string[]): Promise<unknown> {
  return dataDir === undefined ? ask("/", words) : runCli(dataDir, words);
}

/** Asks the process that runs commands and signs people in. */
async function ask(path: string, wanted: object): Promise<unknown> {
  const body = JSON.stringify(wanted);
  const url = new URL(path, process.env["E2E_COMMANDS_URL"]);
  const answer = await fetch(url, { method: "POST", body });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** Signs a page's browser in at the server that all specs share, without the form. */
async function openSession(
  page: Page,
  person: Person,
  { isNew = false, language = "en" }: { isNew?: boolean; language?: Language } = {},
): Promise<void> {
  const userAgent = await page.evaluate(() => navigator.userAgent);
  const { email, password } = person;
  const opened = await ask("/session", { email, password, isNew, userAgent, language });
  const cookie = z.object({ name: z.string(), value: z.string() }).parse(opened);
  const url = process.env["E2E_URL"] ?? "";
  await page.context().addCookies([{ ...cookie, url, httpOnly: true, sameSite: "Lax" }]);
}

/** The data folder of the server that all specs share. */
export function sharedDataDir(): string {
  const dataDir = process.env["E2E_DATA_DIR"];
  if (!dataDir) throw new Error("The specs need the server that the global setup starts.");
  return dataDir;
}

/** Signs someone up through the form, in the language of this page's browser. */
export async function signUp(page: Page, person: Person, language: Language = "en"): Promise<void> {
  await page.goto("/sign-up");
  await fillIn(page, person, language);
  await page.getByRole("button", { name: authWords[language].signUp.submit }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-up");
}

interface Arrival {
  /** Where they were on the way to, if not the log. */
  path?: string;
  /** That of this page's browser. */
  language?: Language;
}

/** Signs someone in at the server that all specs share, and opens where they want to go. */
export async function signIn(
  page: Page,
  person: Person,
  { path = "/messages", language = "en" }: Arrival = {},
): Promise<void> {
  await openSession(page, person, { language });
  await page.goto(path);
}

/** Signs someone in through the form. */
export async function signInByForm(
  page: Page,
  person: Person,
  { path = "/messages", language = "en" }: Arrival = {},
): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await fillIn(page, person, language);
  await page.getByRole("button", { name: authWords[language].signIn.submit, exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
}

/** The credits shown at the top of every signed-in screen. */
export function balance(page: Page) {
  return page.getByTestId("balance");
}

type Theme = "light" | "dark";

const rulesOfAll = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
/** What the dark theme changes: themes are sets of colours, and show and hide nothing. */
const rulesOfColours = {
  runOnly: { type: "rule" as const, values: ["color-contrast", "link-in-text-block"] },
};

/**
 * Notes for the test whatever breaks a rule of WCAG 2.2 AA that can be checked by machine, in light and in dark; the
 * test goes on and fails in the end.
 */
export async function axeClean(
  page: Page,
  what = page.url(),
  themes: readonly Theme[] = ["light", "dark"],
): Promise<void> {
  for (const colorScheme of themes) {
    // Without motion, so that no colour is measured half-way through a change.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await violationsOn(page, colorScheme === "light" ? rulesOfAll : rulesOfColours);
    expect.soft(found, `${what}, in the ${colorScheme} theme`).toEqual([]);
  }
}

/** Someone nobody has heard of. */
export function inventPerson(): Person {
  return { email: `${randomUUID()}@example.com`, password: randomUUID() };
}

/** Fills in the two fields of the sign-up and sign-in forms. */
export async function fillIn(
  page: Page,
  { email, password }: Person,
  language: Language = "en",
): Promise<void> {
  const words = authWords[language];
  await page.getByLabel(words.email, { exact: true }).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(password);
}
