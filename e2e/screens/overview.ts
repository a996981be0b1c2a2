import { expect } from "@playwright/test";
import { overviewWords } from "../../app/(dashboard)/overview/words";
import { client } from "../client";
import { doors } from "../doors";
import { mintAccount, signIn } from "../fixtures";
import { fillLog, type Visit } from "./visit";

/** The figures of an account with something in each of them, as a chart and as a table. */
export async function visitOverview({ page, language, look }: Visit): Promise<void> {
  const words = overviewWords[language];
  const account = await mintAccount({ credits: 12 });
  await fillLog(account.token);
  const { send, until } = client(doors.front.url, account.token);
  const sent = await Promise.all(Array.from({ length: 5 }, () => send({ to: "48500000002" })));
  for (const { json } of sent) await until(json["message_id"], "failed");
  await signIn(page, account, { path: "/overview", language });
  await expect(page.getByRole("heading", { name: words.attention.title })).toBeVisible();
  await look("the overview, with something to attend to");
  await page.goto("/overview?range=30d&view=table");
  await look("the overview as a table");
}
