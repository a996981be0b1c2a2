import { expect, test } from "vitest";
import { shardPlan } from "./shard-plan";

test("the plan is a script for psql: SQL and comments, references first, and every table has a place", async () => {
  const prepared = shardPlan.prepare({});
  if ("errorMessage" in prepared) throw new Error(prepared.errorMessage);
  const { lines, hasViolation } = await prepared.run();
  expect(hasViolation).toBe(false);
  const sql = lines.filter((line) => line !== "" && !line.startsWith("--"));
  expect(sql[0]).toBe("set citus.enable_unsafe_triggers = on;");
  const kinds = sql.slice(1).map((line) => /^select (create_\w+)\('\w+'.*\);$/.exec(line)?.[1]);
  const references = kinds.filter((kind) => kind === "create_reference_table");
  const distributed = kinds.filter((kind) => kind === "create_distributed_table");
  expect(kinds).toEqual([...references, ...distributed]);
  expect(distributed.length).toBeGreaterThan(20);
});
