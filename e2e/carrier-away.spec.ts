import { expect } from "@playwright/test";
import { client } from "./client";
import { mintAccount, signInByForm, test } from "./fixtures";

test.describe.configure({ timeout: 90_000 });

test("while the carrier is away the overview, the log's rows and the message say so, and what waits can be cancelled", async ({
  installation: { dataDir, start },
  browser,
}) => {
  // Nobody listens at this port.
  const away = { SMS_API_URL: "http://127.0.0.1:9", SMS_API_TOKEN: "x" };
  const server = await start(away);
  const account = await mintAccount({ dataDir });
  const { send, read } = client(server.url, account.token);
  const first = String((await send()).json["message_id"]);
  await send();
  await expect.poll(async () => (await read(first)).json["wait_reason"]).toBe("carrier_down");

  const context = await browser.newContext({ baseURL: server.url, locale: "pl-PL" });
  const page = await context.newPage();
  await signInByForm(page, account, { path: "/overview", language: "pl" });
  const why = "dostawca jest nieosiągalny";
  const concern = page.getByRole("listitem").filter({ hasText: why });
  await expect(concern).toContainText(`2 wiadomości w kolejce: ${why}.`);
  await concern.getByRole("link", { name: "Zobacz" }).click();
  await expect(page).toHaveURL("/messages?test=false&status=queued");
  await expect(page.locator("tbody").getByRole("row").filter({ hasText: why })).toHaveCount(2);

  await page.goto(`/messages/${first}`);
  await expect(page.getByText("Przyjęta, czeka na wysłanie do dostawcy.")).toBeVisible();
  await page.getByRole("button", { name: "Anuluj, zwrot: 1 kredyt" }).click();
  await expect(page.getByText("Anulowano. Zwrot: 1 kredyt.")).toBeVisible();
  await context.close();
  await server.stop();
});
