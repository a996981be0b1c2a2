import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { expect, type Locator, type Page } from "@playwright/test";
import { Stripe } from "stripe";
import { monthWords } from "../lib/language/month-words";
import { readPdf } from "../lib/testing/read-pdf";
import { call, client } from "./client";
import { doors } from "./doors";
import { balance, mintAccount, sharedDataDir, signIn, test } from "./fixtures";
import { examineInBoth } from "./screens/examine";
import { runCli } from "./server";

const large = (page: Page) => page.getByTestId("credits");

test("credits the administrator gives show up at once, without a reload", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await page.goto("/credits");
  await expect(large(page)).toHaveText("100");
  const words = ["credits", "grant", "--email", account.email, "--amount", "900"];
  await runCli(sharedDataDir(), [...words, "--note", "Invoice 17"]);
  await expect(balance(page)).toHaveText("1,000 credits");
  await expect(large(page)).toHaveText("1,000");
  await expect(
    page.getByRole("row", { name: /Granted Invoice 17 PLN.108\.00 \+900 1,000/ }),
  ).toBeVisible();
});

test("every line of the ledger adds up, and the sum is the balance", async ({ page, account }) => {
  const { send } = client(doors.front.url, account.token);
  const { json } = await send({ body: "a".repeat(161) });
  await send();
  await signIn(page, account);
  await page.goto("/credits");
  await expect(page.getByTestId("sum")).toContainText("= 97");
  const rows = await page
    .locator("#ledger tbody tr")
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll("td")]
          .slice(-2)
          .map((cell) => Number(cell.textContent?.replace("−", "-"))),
      ),
    );
  for (const [place, [change = 0, after]] of rows.entries()) {
    expect(after).toBe((rows[place + 1]?.[1] ?? 0) + change);
  }
  await page.getByRole("row", { name: /−2 98/ }).getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`${json["message_id"]}$`));
});

test("the ledger is filtered by its address and downloaded as it is shown", async ({
  page,
  account,
}) => {
  await client(doors.front.url, account.token).send();
  await signIn(page, account);
  await page.goto("/credits");
  await page.getByLabel("Type").selectOption("charge");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/kind=charge/);
  await expect(page.locator("#ledger tbody tr")).toHaveCount(1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  const csv = (await buffer(await download.createReadStream())).toString();
  expect(csv).toMatch(
    /^\uFEFFnumber,time,kind,credits,balance,note,payment,net,currency\r\n2,[^,]+,charge,-1,99,,,-0\.12,PLN\r\n$/,
  );
});

test("a warning is set, shown on every screen, and ends with more credits", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await page.goto("/credits");
  await page.getByLabel("Below this many credits").fill("none");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Below this many credits")).toBeFocused();
  await page.getByLabel("Below this many credits").fill("1 200");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Credits are low: 100 left.")).toBeVisible();
  await page.goto("/messages");
  await expect(page.getByText("Credits are low: 100 left.")).toBeVisible();
  const words = ["credits", "grant", "--email", account.email, "--amount", "1900"];
  await runCli(sharedDataDir(), [...words, "--note", "Invoice 18"]);
  await page.goto("/send");
  await expect(balance(page)).toHaveText("2,000 credits");
  await expect(page.getByText("Credits are low")).toBeHidden();
});

test("where nothing is sold, the page says whom to ask, and shows no shell command", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await page.goto("/credits");
  await expect(page.getByText("Your administrator adds credits to this account.")).toBeVisible();
  await expect(page.getByText("npm run")).toHaveCount(0);
});

test("what was spent is shown in money: balance, month, sender and token", async ({
  page,
  account,
}) => {
  const { send } = client(doors.front.url, account.token);
  await send({ body: "a".repeat(161), from: "Shop" });
  await send({ from: "Alerts" });
  await signIn(page, account);
  await page.goto("/credits");
  await expect(page.getByTestId("worth")).toHaveText(
    /^PLN.11\.64 excl\. VAT, at this month's PLN.0\.12 per credit$/,
  );
  await expect(page.getByText("You used 3 credits since your first message.")).toBeVisible();
  await expect(page.getByText("At this rate")).toHaveCount(0);
  const month = new Date().toISOString().slice(0, 7);
  await page.locator(`a[href="/credits/costs?by=sender&from=${month}&to=${month}"]`).click();
  await expect(page.getByRole("row", { name: /^Shop 1 2 0 2 PLN.0\.24$/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Alerts 1 1 0 1 PLN.0\.12$/ })).toBeVisible();
  await examineInBoth(page, "costs by sender");
  await page.getByRole("link", { name: "API token" }).click();
  await expect(page.getByRole("row", { name: /^Total 2 3 0 3 PLN.0\.36$/ })).toBeVisible();
});

test("the statement of a month is downloaded as PDF and CSV, and both say what the ledger says", async ({
  page,
  account,
}) => {
  const { send } = client(doors.front.url, account.token);
  await send({ body: "a".repeat(161), from: "Shop" });
  await send({ from: "Alerts" });
  await signIn(page, account);
  await page.goto("/credits");
  const month = monthWords("en", new Date().toISOString().slice(0, 7));
  const row = page.locator("#statements").getByRole("row", { name: month });
  await expect(row).toHaveText(`${month}0100397PDFCSV`);
  const text = await textOf(page, row.getByRole("link", { name: "PDF" }));
  expect(text).toContain("Statement of credits");
  expect(text).toContain(
    "Opening balance 0 Granted +100 Purchased 0 Messages −3 Refunded 0 Closing balance 97",
  );
  expect(text).toContain("Shop 1 2 0 −2 Alerts 1 1 0 −1 Total 2 3 0 −3");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: "CSV" }).click(),
  ]);
  const csv = (await buffer(await download.createReadStream())).toString();
  const lines = csv
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  expect(
    lines.map(([type, , name, , messages, credits, left]) => [type, name, messages, credits, left]),
  ).toEqual([
    ["\uFEFFtype", "name", "messages", "credits", "balance"],
    ["opening", "", "", "", "0"],
    ["grant", "", "", "100", ""],
    ["charge", "Shop", "1", "-2", ""],
    ["charge", "Alerts", "1", "-1", ""],
    ["closing", "", "", "", "97"],
  ]);
  await page.context().addCookies([{ name: "language", value: "pl", url: page.url() }]);
  await page.reload();
  const polish = await textOf(page, page.locator("#statements").getByRole("link", { name: "PDF" }));
  expect(polish).toContain("Wyciąg z kredytów");
  expect(polish).toContain("Saldo początkowe 0 Przyznane +100");
  const unknown = await page.request.get("/api/panel/statement.pdf?month=1999-01");
  expect([
    unknown.status(),
    (await page.request.get("/api/panel/statement.csv?month=13")).status(),
  ]).toEqual([404, 422]);
});

test("credits are bought: the price shown is the price asked, and only Stripe's word credits them", async ({
  page,
  installation,
}) => {
  // A server of its own has to start first.
  test.setTimeout(180_000);
  const provider = await startProvider();
  const secret = "whsec_e2e";
  const server = await installation.start({
    STRIPE_SECRET_KEY: "sk_test_e2e",
    STRIPE_WEBHOOK_SECRET: secret,
    STRIPE_API_URL: provider.url,
  });
  const account = await mintAccount({ dataDir: installation.dataDir });
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel("Email").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");

  await page.goto(`${server.url}/credits`);
  await examineInBoth(page, "credits where they are sold");
  await page.getByRole("textbox", { name: "Another amount" }).fill("10,000");
  await expect(page.getByText("1 more credit would lower the total")).toBeVisible();
  await page.getByRole("button", { name: /^Pay PLN.1,291\.50$/ }).click();
  await page.waitForURL(`${provider.url}/pay`);
  expect(provider.asked.get("line_items[0][price_data][unit_amount]")).toBe("129150");

  await page.goto(
    provider.asked.get("success_url")?.replace(/^https?:\/\/[^/]+/, server.url) ?? "",
  );
  await expect(page.getByText("Not confirmed yet")).toBeVisible();
  await examineInBoth(page, "the way back from paying");
  const payload = JSON.stringify({
    id: "evt_1",
    object: "event",
    type: "checkout.session.completed",
    data: {
      object: {
        id: "cs_e2e",
        client_reference_id: provider.asked.get("client_reference_id"),
        payment_status: "paid",
        amount_total: 129_150,
        currency: "pln",
      },
    },
  });
  const signature = new Stripe("sk_test_e2e").webhooks.generateTestHeaderString({
    payload,
    secret,
  });
  // The same event comes twice, as it may.
  for (const received of [true, false]) {
    const answer = await call(`${server.url}/api/payments/stripe`, {
      method: "POST",
      headers: { "stripe-signature": signature },
      body: payload,
    });
    expect([answer.status, answer.json]).toEqual([200, { received }]);
  }
  await expect(page.getByText("The credits are in your balance.")).toBeVisible();
  await expect(balance(page)).toHaveText("10,100 credits");
  await page.goto(`${server.url}/credits`);
  await page.getByLabel("Company or full name").fill("Gęś i Żółw sp. z o.o.");
  await page.getByRole("button", { name: "Save" }).last().click();
  await expect(page.getByText("Enter the address.")).toBeVisible();
  await page.getByRole("textbox", { name: "Postal address" }).fill("ul. Źródlana 5\n00-001 Łódź");
  await page.getByRole("button", { name: "Save" }).last().click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const number = `REC/${new Date().getUTCFullYear()}/000001`;
  const receipt = await textOf(page, page.getByRole("link", { name: `${number}, PDF` }));
  expect(receipt).toMatch(
    /Receipt .*SMS credits 10,000 PLN 0\.105 PLN 1,050\.00 PLN 241\.50 PLN 1,291\.50/,
  );
  await examineInBoth(page, "credits with a receipt");
  await provider.close();
});

/** The text of the PDF file behind a link. */
async function textOf(page: Page, link: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readPdf(new Uint8Array(await buffer(await download.createReadStream())));
}

/** Stands in for Stripe: opens one checkout, whose page says what it is. */
async function startProvider() {
  const asked = new URLSearchParams();
  const server = createServer(async (request, response) => {
    if (request.url === "/pay") {
      response.writeHead(200, { "content-type": "text/html" }).end("<h1>Checkout</h1>");
      return;
    }
    const form = new URLSearchParams((await buffer(request)).toString());
    for (const [name, value] of form) asked.set(name, value);
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ id: "cs_e2e", object: "checkout.session", url: `${url}/pay` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
