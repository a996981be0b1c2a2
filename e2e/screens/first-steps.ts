import { expect } from "@playwright/test";
import { startWords } from "../../app/(dashboard)/start/words";
import { client } from "../client";
import { doors } from "../doors";
import { inventPerson, signUp } from "../fixtures";
import { press, type Visit } from "./visit";

/** The guide to the first SMS and the overview before it, then both with everything that can stand there. */
export async function visitFirstSteps({ page, language, look }: Visit): Promise<void> {
  const words = startWords[language];
  await signUp(page, inventPerson(), language);
  await page.goto("/overview");
  await look("the overview of an account without messages");
  await page.goto("/start");
  await look("the guide, nothing done yet");
  await press(page, words.token.make);
  const token = (
    await page
      .locator("code", { hasText: /^actio_live_/ })
      .first()
      .innerText()
  ).trim();
  await look("the guide, with a token");
  const { send } = client(doors.front.url, token);
  await client(doors.front.url, `${token}x`).send();
  await expect(page.getByTestId("listening").getByText("401")).toBeVisible();
  await look("the guide, after a refused request");
  await send();
  await expect(page.getByText(words.frozen("").trim(), { exact: false })).toBeVisible();
  await look("the guide, with the first SMS delivered");
}
