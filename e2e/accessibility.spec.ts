import { expect, type Page } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { axeClean, mintAccount, signIn, test } from "./fixtures";

interface Screen {
  name: string;
  /** Brings the page there. */
  open: (page: Page) => Promise<unknown>;
  /** What the browser may complain about there. */
  complaint?: RegExp;
}

async function signInAnew(page: Page, credits = 100): Promise<string> {
  const account = await mintAccount({ credits });
  await signIn(page, account);
  return account.token;
}

/** A log with one message of each kind that looks different, the last one scheduled. */
async function fillLog(token: string): Promise<string> {
  const { send, until } = client(doors.front.url, token);
  const ends = { "48500000002": "failed", "48500000003": "expired", "48732129000": "delivered" };
  const sent = await Promise.all(Object.keys(ends).map((to) => send({ to })));
  for (const [position, status] of Object.values(ends).entries()) {
    await until(sent[position]?.json["message_id"], status);
  }
  await send({ scheduled_at: new Date(Date.now() + 3_600_000).toISOString(), body: "zażółć 🌲" });
  return String(sent[0]?.json["message_id"]);
}

/** Nobody listens there. */
const unreachable = "http://127.0.0.1:9/hooks/sms/with-a-path-as-long-as-some-of-them-are";

async function addEndpoint(page: Page, url: string): Promise<void> {
  await page.goto("/settings/webhooks");
  await page.getByLabel("Address").fill(url);
  await page.getByLabel("Description").fill("Order system");
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await expect(page.getByText("Endpoint added. It is on.")).toBeVisible();
}

const screens: Screen[] = [
  { name: "landing", open: (page) => page.goto("/") },
  { name: "sign-up", open: (page) => page.goto("/sign-up") },
  { name: "sign-in", open: (page) => page.goto("/sign-in") },
  {
    name: "a refused sign-up",
    async open(page) {
      await page.goto("/sign-up");
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "an address that leads nowhere",
    open: (page) => page.goto("/nowhere"),
    complaint: /404 \(Not Found\)/,
  },
  {
    name: "an empty log",
    async open(page) {
      await signInAnew(page);
      await expect(page.getByText("No messages yet")).toBeVisible();
    },
  },
  {
    name: "a filled log",
    async open(page) {
      const token = await signInAnew(page);
      await fillLog(token);
      await page.reload();
      await expect(page.locator("tbody").getByRole("row")).toHaveCount(4);
    },
  },
  {
    name: "a message",
    async open(page) {
      const token = await signInAnew(page);
      await page.goto(`/messages/${await fillLog(token)}`);
      await expect(page.getByRole("heading", { name: "What happened" })).toBeVisible();
    },
  },
  {
    name: "compose, with a costly character and a schedule",
    async open(page) {
      await signInAnew(page);
      await page.goto("/send");
      await page.getByLabel("From", { exact: true }).fill("YourBrand");
      await page.getByLabel("Text", { exact: true }).fill(`Cześć 🌲 ${"long ".repeat(40)}`);
      await page.getByLabel("At a time").check();
    },
  },
  {
    name: "compose, without credits",
    async open(page) {
      await signInAnew(page, 0);
      await page.goto("/send");
      await page.getByLabel("From", { exact: true }).fill("YourBrand");
      await page.getByLabel("To", { exact: true }).fill("48732129000");
      await page.getByLabel("Text", { exact: true }).fill("Hello");
      await expect(page.getByRole("link", { name: "Top up 1 credit" })).toBeVisible();
    },
  },
  {
    name: "API tokens, with a fresh one and the dialog that revokes it",
    async open(page) {
      await signInAnew(page);
      await page.goto("/settings/api");
      await page.getByLabel("Name").fill("Web shop");
      await page.getByRole("button", { name: "Generate token" }).click();
      await expect(page.getByText("first request")).toBeVisible();
      await axeClean(page);
      await page.getByRole("button", { name: "Revoke Web shop" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "webhooks, without an endpoint and refused one",
    async open(page) {
      await signInAnew(page);
      await page.goto("/settings/webhooks");
      await expect(page.getByText("No endpoints yet")).toBeVisible();
      await axeClean(page);
      await page.getByLabel("Address").fill("https://10.0.0.7/");
      await page.getByRole("button", { name: "Add endpoint" }).click();
      await expect(page.getByText(/is not a public address/)).toBeVisible();
    },
  },
  {
    name: "a webhook endpoint that is down, with everything on its page in use",
    async open(page) {
      const token = await signInAnew(page);
      await addEndpoint(page, unreachable);
      await fillLog(token);
      await page.getByRole("button", { name: "Show" }).click();
      await page.getByRole("button", { name: "Send sms.failed" }).click();
      await expect(page.getByText(/^No answer after/)).toBeVisible();
      await page.getByRole("button", { name: "Explain" }).click();
      await expect(page.getByText("malformed_header")).toBeVisible();
      await page.getByRole("button", { name: "Count" }).click();
      await expect(page.getByText(/since .* failed\.$/)).toBeVisible();
      await expect(page.locator("tbody").getByRole("row")).toHaveCount(3);
    },
  },
  {
    name: "the dialog that rotates a webhook secret",
    async open(page) {
      await signInAnew(page);
      await addEndpoint(page, unreachable);
      await page.getByRole("button", { name: "Rotate" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "webhooks, with an endpoint that was switched off",
    async open(page) {
      await signInAnew(page);
      await addEndpoint(page, unreachable);
      await page.getByRole("button", { name: "Switch off" }).click();
      await expect(page.getByText("Switched off by hand.")).toBeVisible();
      await axeClean(page);
      await page.goto("/settings/webhooks");
    },
  },
  {
    name: "a webhook delivery that is tried again",
    async open(page) {
      const token = await signInAnew(page);
      await addEndpoint(page, unreachable);
      await fillLog(token);
      await page.locator("tbody").getByRole("link").first().click();
      await expect(page.getByText(/^No answer after/).first()).toBeVisible();
    },
  },
  {
    name: "a message with a webhook",
    async open(page) {
      const token = await signInAnew(page);
      await addEndpoint(page, unreachable);
      await page.goto(`/messages/${await fillLog(token)}`);
      await expect(page.getByText(/no answer: the connection was refused/)).toBeVisible();
    },
  },
  {
    name: "credits",
    async open(page) {
      await signInAnew(page);
      await page.goto("/credits");
    },
  },
  {
    name: "account settings",
    async open(page) {
      await signInAnew(page);
      await page.goto("/settings/account");
    },
  },
];

for (const { name, open, complaint } of screens) {
  test(`${name}: axe is clean in both themes, nothing overflows a phone, the console is silent`, async ({
    page,
  }) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        complaints.push(message.text());
      }
    });
    await open(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await axeClean(page);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `at ${width} px`).toBeLessThanOrEqual(width);
    }
    await axeClean(page);
    expect(complaints.filter((text) => !complaint?.test(text))).toEqual([]);
  });
}

test("the theme can be chosen and is remembered", async ({ page }) => {
  await page.goto("/");
  const html = page.locator("html");
  await page.getByRole("button", { name: /^Theme: As the system/ }).click();
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.getByRole("button", { name: /^Theme: Light/ }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "dark");
});

test("the whole way to the first message goes by keyboard", async ({ page, newcomer: _ }) => {
  await page.goto("/send");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /^Skip to/ })).toBeFocused();
  await page.getByLabel("From", { exact: true }).focus();
  for (const text of ["YourBrand", "48732129000", "Hello"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: /^Accepted: / })).toBeFocused();
});
