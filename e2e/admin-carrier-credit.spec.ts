import { expect } from "@playwright/test";
import { carriersWords } from "../app/(admin)/admin/carriers/words";
import { Upstream } from "../lib/testing/upstream";
import { findConcern, reportDelivered, test, untilGone } from "./admin-place";
import { client } from "./client";
import { mintAccount } from "./fixtures";

test.describe.configure({ timeout: 120_000 });

const upstream = new Upstream();
test.beforeAll(() => upstream.listen());
test.afterAll(() => upstream.close());

const title = /Your credit at a carrier is used up/;

test("an operator sees that the credit at a carrier is used up, and after topping it up sends what waited, each message once", async ({
  installation: { dataDir },
  openAdmin,
}) => {
  // It asks for a pause of ten minutes: what leaves earlier leaves because of the button.
  upstream.behave = () => ({
    ...{ status: 402, headers: { "retry-after": "600" } },
    body: { code: "insufficient_credits", detail: "Your balance is 0." },
  });
  const { server, page } = await openAdmin({
    settings: { SMS_API_URL: upstream.url, SMS_API_TOKEN: upstream.token },
  });
  const customer = await mintAccount({ dataDir });
  const { send, read, until } = client(server.url, customer.token);
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) ids.push(String((await send()).json["message_id"]));
  for (const id of ids) {
    const reason = async () => (await read(id)).json["wait_reason"];
    await expect.poll(reason).toBe("carrier_out_of_credits");
  }

  const concern = await findConcern(page, title);
  await expect(concern).toContainText("3 messages queued");
  await expect(concern).toContainText("Now");
  await expect(concern).toContainText("Your balance is 0.");
  await expect(concern).toContainText("Top up at the carrier and retry");

  upstream.behave = () => undefined;
  await concern.getByRole("button", { name: carriersWords.en.retry.one("upstream") }).click();
  await expect(page.getByText(/^Retrying\./)).toBeVisible();
  for (const id of ids) await until(id, "sent", 30_000);
  await untilGone(page, title);
  await reportDelivered({ ...{ upstream, carrier: "upstream" }, server, dataDir });
  for (const id of ids) {
    await until(id, "delivered");
    expect(upstream.takenOf(id)).toHaveLength(1);
  }
  await page.goto("/admin/activity");
  await expect(page.getByText("Queue retried").last()).toBeVisible();
  await server.stop();
});
