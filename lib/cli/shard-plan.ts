import { z } from "zod";
import { shardPlan as planOf, type ShardPlan } from "../database/shard-plan";
import { defineCommand } from "./command";

export const shardPlan = defineCommand({
  words: "shard plan",
  summary: "print the SQL that shards this database by account on a Citus cluster",
  usage: "shard plan",
  options: {},
  input: z.object({}),
  async run() {
    const plan = await planOf();
    return { lines: linesOf(plan), json: plan, hasViolation: plan.unplaced.length > 0 };
  },
});

/** A script for psql: what is no SQL is a comment. */
function linesOf({ statements, locals, triggers, unplaced }: ShardPlan): string[] {
  return [
    "-- For Citus 13, on the coordinator, as the owner of the tables, after the migrations.",
    "-- First: create extension citus; select citus_set_coordinator_host(…); select citus_add_node(…);",
    "",
    "-- Citus takes triggers only if told to. Each of these looks at rows of one account alone:",
    ...triggers.map((name) => `--   ${name}`),
    "set citus.enable_unsafe_triggers = on;",
    "-- Later migrations and new workers need it, too:",
    "--   alter database <name> set citus.enable_unsafe_triggers = on;",
    "",
    ...statements,
    "",
    "-- These stay on the coordinator:",
    ...locals.map((name) => `--   ${name}`),
    ...unplaced.map((name) => `-- NO PLACE in drizzle/places.json: ${name}`),
  ];
}
