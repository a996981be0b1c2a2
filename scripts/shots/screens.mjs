// Every screen and the states worth a picture: name, address, and what to do there first. Nothing here reads words: they are in two languages.
import { password } from "./shop.mjs";

const costly = "Cześć! Zamówienie 4417 czeka – odbiór do piątku.";
const long = "Your parcel waits at the counter. ".repeat(8).trim();
const submit = (page) => page.locator("main form button[type=submit]").first().click();

/** The screens by who opens them, for a shop as `seedShop` leaves it. */
export function screensOf({ messageId, endpointId, healthyId }) {
  return {
    public: [
      ["landing", "/"],
      ["og", "/og"],
      ["pricing", "/pricing?n=25000"],
      ["sign-up", "/sign-up"],
      ["sign-up-refused", "/sign-up", signUpRefused],
      ["sign-in", "/sign-in"],
      ["forgot-password", "/forgot-password"],
      ["reset-password", "/reset-password?ticket=none"],
      ["mail", "/mail"],
      ["docs", "/docs"],
      ["docs-send", "/docs/send"],
      ["docs-webhooks", "/docs/webhooks"],
      ["docs-reference", "/docs/reference"],
      ["docs-reference-call", "/docs/reference/sendMessage"],
      ["nowhere", "/nowhere"],
    ],
    newcomer: [
      ["start", "/start"],
      ["overview-empty", "/overview"],
      ["messages-empty", "/messages"],
      ["api-empty", "/settings/api"],
      ["webhooks-empty", "/settings/webhooks"],
      ["credits-new", "/credits"],
    ],
    owner: [
      ["overview", "/overview"],
      ["overview-week", "/overview?range=7d"],
      ["overview-table", "/overview?range=30d&view=table"],
      ["send", "/send"],
      ["send-refused", "/send", submit],
      ["send-costly", "/send", (page) => compose(page, "48732129000", costly)],
      ["send-many", "/send", composeMany],
      ["send-later", "/send", composeLater],
      ["messages", "/messages"],
      ["messages-none", "/messages?q=nothing-has-this"],
      ["drawer", `/messages?m=${messageId}`],
      ["palette", "/messages", (page) => page.keyboard.press("Control+k")],
      ["keys", "/messages", (page) => page.keyboard.press("?")],
      ["message", `/messages/${messageId}`],
      ["api", "/settings/api"],
      ["api-requests", "/settings/api/requests"],
      ["webhooks", "/settings/webhooks"],
      ["endpoint", `/settings/webhooks/${endpointId}`],
      ["delivery", `/settings/webhooks/${healthyId}`, openDelivery],
      ["credits", "/credits"],
      ["payment", "/credits", pay],
      ["privacy", "/settings/privacy"],
      ["account", "/settings/account"],
      ["passkeys", "/settings/account/passkeys"],
      ["two-step", "/settings/account/two-step", startTwoStep],
      ["account-delete", "/settings/account/delete"],
    ],
    // What leaves something behind comes last, so that the others look alike each time.
    spender: [
      ["sent", "/send", send],
      ["send-review", "/send", reviewMany],
      ["sent-many", "/send", sendMany],
      ["api-fresh", "/settings/api", generateToken],
      ["api-revoke", "/settings/api", openRevoke],
    ],
  };
}

async function signUpRefused(page) {
  await page.locator("input[name=email]").fill("anna@");
  await page.locator("input[name=password]").fill("short");
  await submit(page);
  await page.locator("[aria-invalid=true]").first().waitFor();
}

async function compose(page, to, body) {
  await page.locator("input[name=from]").fill("YourBrand");
  await page.locator("textarea[name=to]").fill(to);
  await page.keyboard.press("Tab");
  await page.locator("textarea[name=body]").fill(body);
}

async function composeMany(page) {
  await compose(page, "48732129000, 48732129001, +48 600 100 200, 12345, 48732129000", long);
  await page.waitForTimeout(600);
}

async function composeLater(page) {
  await compose(page, "48732129000", "Your table is booked for tomorrow.");
  await page.locator("main form fieldset input[type=radio]").nth(1).check();
}

async function send(page) {
  await compose(page, "48732129000", "Your login code: 482910");
  await page.keyboard.press("Control+Enter");
  await page.locator("main a[href*=msg_]").first().waitFor();
}

const review = (page) => page.locator("main form:has(input[name=reviewed])");

async function reviewMany(page) {
  await compose(page, "48732129000 48732129001 48732129002", "We open at nine.");
  await page.waitForTimeout(600);
  await page.keyboard.press("Control+Enter");
  await review(page).waitFor();
}

async function sendMany(page) {
  await reviewMany(page);
  await review(page).locator("button[type=submit]").click();
  await page.locator("main a[href*=messages]").first().waitFor();
}

async function generateToken(page) {
  await page.locator("input[name=name]").fill("Till");
  await submit(page);
  await page.locator("main :text('actio_live_')").first().waitFor();
}

async function openRevoke(page) {
  await page.locator("main form:has(input[name=token_id]) button").first().click();
  await page.locator("dialog[open]").waitFor();
}

async function openDelivery(page) {
  await page.locator("main a[href*=evt_]").first().click();
  await page.waitForURL(/evt_/);
}

async function pay(page) {
  await page.locator("form:has(input[name=amount]) button[type=submit]").click();
  // The shop's own address may be another name of this machine, where nobody is signed in.
  await page.waitForURL(/pay_\w+/);
  await page.goto(`/credits/payments/${/pay_\w+/.exec(page.url())[0]}`);
}

async function startTwoStep(page) {
  // Asked for once in ten minutes.
  const field = page.locator("main input[name=password]");
  if (await field.isVisible()) {
    await field.fill(password);
    await submit(page);
  }
  await page.locator("main svg[role=img]").waitFor();
}
