import { expect, test } from "vitest";
import { mintAccount } from "../testing/mint-account";
import { accountFunnel } from "./account-funnel";

async function run(values: Record<string, string>) {
  const prepared = accountFunnel.prepare(values);
  if ("errorMessage" in prepared) return { errorMessage: prepared.errorMessage };
  return prepared.run();
}

test("each step is shown with its accounts, their share and the time it took", async () => {
  await mintAccount();
  const { lines = [] } = (await run({})) as { lines?: string[] };
  expect(lines).toHaveLength(7);
  expect(lines[1]).toMatch(/^signed up +\d+ +100%$/);
  expect(lines[2]).toMatch(
    /^generated a token +\d+ +\d+% +p50 (\d+ min )?\d+ s +p90 (\d+ min )?\d+ s$/,
  );
});

test("days that are none are refused", async () => {
  expect(await run({ days: "-3" })).toEqual({
    errorMessage: "--days must be a whole number from 1 to 3650.",
  });
});
