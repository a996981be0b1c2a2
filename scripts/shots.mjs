// `npm run shots`: every screen with seeded data, at 1440 and 390 px, light and dark, in English and Polish, into screenshots/.
// Words after it choose screens: `npm run shots -- send messages`.
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { findBrowser } from "./find-browser.mjs";
import { startInstallation } from "./installation.mjs";
import { ensureBuilt, ensureInstalled, enterProject } from "./prepare.mjs";
import { root } from "./root.mjs";

enterProject();
ensureInstalled({ dev: true });
await ensureBuilt({ pages: true });

const chosen = process.argv.slice(2);
const folder = join(root, "screenshots");
const person = { email: "anna@example.com", password: "correct horse battery" };
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

const installation = await startInstallation();
const receiver = createServer((request, response) => {
  request.resume().on("end", () => response.writeHead(isPoor(request.url) ? 503 : 200).end("ok"));
}).listen(0, "127.0.0.1");
try {
  await shoot(await seed());
} finally {
  receiver.close();
  receiver.closeAllConnections();
  await installation.stop();
}

function isPoor(url) {
  return url === "/billing";
}

/** What a small shop would have after a day: a token, two endpoints, messages in every state. */
async function seed() {
  const { cli } = installation;
  const { email, password } = person;
  await cli("account", "create", "--email", email, "--password", password, "--credits", "2500");
  const { token } = await cli(
    "token",
    "create",
    "--email",
    email,
    "--name",
    "Web shop",
    "--scopes",
    "send,read,manage",
  );
  const { port } = receiver.address();
  for (const [path, description] of [
    ["orders", "Order system"],
    ["billing", "Billing"],
  ]) {
    const url = `http://127.0.0.1:${port}/${path}`;
    await cli("webhook", "create", "--email", email, "--url", url, "--description", description);
  }
  const call = caller(token);
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const texts = [
    ["48732129000", "Your login code: 482910", {}],
    ["48500000002", "Your parcel waits at the counter until Friday.", {}],
    [
      "48600100200",
      "Zażółć gęślą jaźń: zamówienie 4417 wyszło z magazynu.",
      { client_ref: "order 4417" },
    ],
    ["48500000004", "Reminder: your appointment is tomorrow at 10:30.", {}],
    ["48500000003", "Order 4418 is on its way and arrives between 9:00 and 12:00.", {}],
    ["48732129001", "Season tickets stay valid for two weeks longer.", { scheduled_at: inAWeek }],
    ["48500000007", "Your table is booked for 19:00.", {}],
    ["48732129002", `Terms: ${"a longer text that takes more than one segment. ".repeat(5)}`, {}],
  ];
  const sent = [];
  for (const [to, body, more] of texts) {
    sent.push(await call("POST", "/api/sms", { from: "YourBrand", to, body, ...more }));
  }
  for (let more = 0; more < 60; more += 1) {
    await call("POST", "/api/sms", {
      from: more % 3 ? "Bookshop" : "YourBrand",
      to: `4873212${9100 + more}`,
      body: `Order ${4500 + more} leaves today.`,
    });
  }
  await cli("account", "create", "--email", "new@example.com", "--password", password);
  await settled(call, sent[4].message_id);
  const { data: endpoints } = await call("GET", "/api/webhook-endpoints");
  return { messageId: sent[2].message_id, endpointId: endpoints[0].id };
}

function caller(token) {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, installation.url), {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  };
}

async function settled(call, messageId) {
  for (;;) {
    const { ended_at } = await call("GET", `/api/sms/${messageId}`);
    if (ended_at !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Name, address, and what to do there before the picture. */
function screensOf({ messageId, endpointId }) {
  const costly = "Cześć! Zamówienie 4417 czeka – odbiór do piątku.";
  return {
    public: [
      ["landing", "/"],
      ["pricing", "/pricing?n=25000"],
      ["sign-up", "/sign-up"],
      ["sign-in", "/sign-in"],
      ["docs", "/docs"],
      ["docs-webhooks", "/docs/webhooks"],
      ["docs-reference", "/docs/reference"],
      ["nowhere", "/nowhere"],
    ],
    newcomer: [
      ["start", "/start"],
      ["overview-empty", "/overview"],
      ["messages-empty", "/messages"],
      ["webhooks-empty", "/settings/webhooks"],
    ],
    signedIn: [
      ["overview", "/overview"],
      ["send", "/send"],
      ["send-costly", "/send", (page) => page.locator("textarea[name=body]").fill(costly)],
      ["messages", "/messages"],
      ["drawer", `/messages?m=${messageId}`],
      ["message", `/messages/${messageId}`],
      ["api", "/settings/api"],
      ["webhooks", "/settings/webhooks"],
      ["endpoint", `/settings/webhooks/${endpointId}`],
      ["credits", "/credits"],
      ["account", "/settings/account"],
    ],
  };
}

async function shoot(seeded) {
  const { chromium } = await import("@playwright/test");
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  mkdirSync(folder, { recursive: true });
  const looks = ["en", "pl"].flatMap((language) =>
    ["light", "dark"].map((colorScheme) => ({ language, colorScheme })),
  );
  for (const look of looks) {
    for (const [who, list] of Object.entries(screensOf(seeded)))
      await visit(browser, look, who, list);
  }
  await browser.close();
}

async function visit(browser, { language, colorScheme, who, list }) {
  const wanted = list.filter(([name]) => chosen.length === 0 || chosen.includes(name));
  if (wanted.length === 0) return;
  const context = await browser.newContext({
    baseURL: installation.url,
    locale: language === "pl" ? "pl-PL" : "en-GB",
    timezoneId: "Europe/Warsaw",
    colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  if (who !== "public") await signIn(page, who === "newcomer" ? "new@example.com" : person.email);
  for (const [name, path, prepare] of wanted) {
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.goto(path, { waitUntil: "load" });
      await prepare?.(page);
      // What comes after the first paint: live rows, the reader's own clock.
      await page.waitForTimeout(400);
      const file = `${name}-${size.width}-${colorScheme}-${language}.png`;
      await page.screenshot({ path: join(folder, file) });
    }
  }
  await context.close();
}

async function signIn(page, email) {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(person.password);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
