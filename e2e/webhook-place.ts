import { expect, type Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { type Receiver, startReceiver } from "../lib/testing/start-receiver";
import { test as base } from "./fixtures";
import { openForm } from "./open-form";

/** Tests with a customer's server of their own. */
export const test = base.extend<{ receiver: Receiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  receiver: async ({}, use) => {
    const receiver = await startReceiver();
    await use(receiver);
    await receiver.close();
  },
});

/** What is sent to endpoints when a message ends. */
export const events = ["sms.delivered", "sms.failed", "sms.expired", "sms.bounced"] as const;

/** Adds an endpoint through the form; its page is then open. Returns its id. */
export async function addEndpoint(page: Page, url: string, description = ""): Promise<string> {
  await page.goto("/settings/webhooks");
  await openForm(page, "New endpoint");
  await page.getByLabel("URL", { exact: true }).fill(url);
  await page.getByLabel("Description").fill(description);
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await expect(page.getByText("Endpoint added and enabled.")).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Shows the secret of the endpoint whose page is open, and reads it. */
export async function readSecret(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Show" }).click();
  return page.getByText(/^whsec_[A-Za-z0-9+/=]{44}$/).innerText();
}

/** The body of a request a receiver got; throws unless this secret signed it. */
export function verified(secret: string, { headers, body }: Receiver["requests"][number]) {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

/** The rows of the deliveries on an endpoint's page. */
export const delivered = (page: Page) => page.locator("tbody").getByRole("row");

/** The answer of a receiver that is out of order. */
export const isRefused = () => ({ status: 500, body: "out of order" });
