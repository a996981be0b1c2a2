import { expect, type Page } from "@playwright/test";
import { call, client, guideMessage } from "./client";
import { doors } from "./doors";
import { type Account, fillIn, type Person, test } from "./fixtures";

/** Normalizing alternating combining marks takes time by the square of their number. */
const marks = (length: number) => `a${"\u0301\u0323".repeat(length / 2)}`;
const plain = (length: number) => "a".repeat(2 * length);

/** As long as the body of each route may be; a mark is two bytes in UTF-8. */
const lengths = { message: 32_000, batch: 4_000_000, form: 200_000 };

interface Attack {
  page: Page;
  account: Account;
  textOf: (length: number) => string;
}

/** Sends a text as long as can be to each place that takes one. */
async function sendEverywhere({ page, account, textOf }: Attack): Promise<void> {
  const { url } = doors.front;
  const message = (length: number) => ({ ...guideMessage, body: textOf(length) });
  const answers = [
    await client(url, account.token).send({ body: textOf(lengths.message) }),
    await call(`${url}/api/sms/batch`, {
      method: "POST",
      headers: { authorization: `Bearer ${account.token}`, "content-type": "application/json" },
      body: JSON.stringify({ messages: [message(lengths.batch - 1000)] }),
    }),
  ];
  for (const { status } of answers) expect([200, 413, 422]).toContain(status);
  const password = textOf(lengths.form);
  await signInByCallback({ email: account.email, password });
  await page.goto("/sign-in");
  await fillIn(page, { email: account.email, password });
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Use at most 256 characters.")).toBeVisible();
}

/** The way in that next-auth itself opens. */
async function signInByCallback(person: Person): Promise<void> {
  const { url } = doors.front;
  const { json, headers } = await call(`${url}/api/auth/csrf`);
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
  await call(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: cookies.join("; ") },
    body: new URLSearchParams({ ...person, csrfToken: String(json["csrfToken"]) }),
  });
}

/** How long the slowest of many small requests took while something went on, in milliseconds. */
async function slowestWhile(work: () => Promise<void>): Promise<number> {
  let isOver = false;
  let slowest = 0;
  const watching = (async () => {
    while (!isOver) {
      const began = performance.now();
      expect((await call(`${doors.front.url}/api/health/live`)).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - began);
    }
  })();
  await work().finally(() => {
    isOver = true;
  });
  await watching;
  return slowest;
}

test("no text, whatever its characters, makes others wait longer than plain text of its length", async ({
  page,
  account,
}) => {
  const usual = await slowestWhile(() => sendEverywhere({ page, account, textOf: plain }));
  const hostile = await slowestWhile(() => sendEverywhere({ page, account, textOf: marks }));
  expect(hostile).toBeLessThan(Math.max(5 * usual, 1000));
});
