import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  help: string;
  /** The selectors of the elements that break the rule. */
  where: string[];
}

/** What breaks the rules of axe on the page as it stands now. Frames of other origins are not looked into. */
export async function violationsOn(
  page: Page,
  rules: Pick<axe.RunOptions, "runOnly"> = {},
): Promise<Violation[]> {
  // Reading axe takes longer than running it, so a document is given it once.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(async (chosen) => {
    const runner = Reflect.get(window, "axe") as typeof axe;
    const { violations } = await runner.run(document, { ...chosen, reporter: "no-passes" });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target }) => target.join(" ")),
    }));
  }, rules);
}
