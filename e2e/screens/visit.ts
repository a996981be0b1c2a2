import { expect, type Page } from "@playwright/test";
import type { Language } from "../../lib/language/language";
import { client } from "../client";
import { doors } from "../doors";

export interface Visit {
  page: Page;
  /** The language the screens are in. */
  language: Language;
  /** Examines the screen as it stands now; `what` names it where something is found. */
  look: (what: string) => Promise<void>;
}

/** Goes through one part of the product and looks at each of its screens and their notable states. */
export type Tour = (visit: Visit) => Promise<void>;

/** Nobody listens there. */
export const unreachable = "http://127.0.0.1:9/hooks/sms/with-a-path-as-long-as-some-of-them-are";

/** Sends a message of each kind that looks different, the last one scheduled; returns their ids. */
export async function fillLog(token: string): Promise<string[]> {
  const { send, until } = client(doors.front.url, token);
  const ends = { "48500000002": "failed", "48500000003": "expired", "48732129000": "delivered" };
  const sent = await Promise.all(
    Object.keys(ends).map((to) => send({ to, client_ref: `order ${to}` })),
  );
  for (const [position, status] of Object.values(ends).entries()) {
    await until(sent[position]?.json["message_id"], status);
  }
  const later = new Date(Date.now() + 3_600_000).toISOString();
  sent.push(await send({ scheduled_at: later, body: "zażółć 🌲" }));
  return sent.map(({ json }) => String(json["message_id"]));
}

/** Presses the button of this name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Waits for this field to be shown as wrong, or for any when none is named. */
export async function refused(page: Page, label?: string): Promise<void> {
  const field = label
    ? page.getByLabel(label, { exact: true })
    : page.locator("[aria-invalid=true]").first();
  await expect(field).toHaveAttribute("aria-invalid", "true");
}
