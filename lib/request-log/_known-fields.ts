import { z } from "zod";
import { once } from "../core/once";
import { operations } from "../operations/operations";

/** Those of a tool that an agent called. */
const ofAgents = ["method", "tool", "arguments", "confirm", "recipients"];

/** The name of every field that a call of the API has. What a customer calls a field of their own may be anything. */
export const knownFields = once((): ReadonlySet<string> => {
  const names = new Set(ofAgents);
  for (const { body, query } of operations) {
    for (const schema of [body?.mediaTypes ? undefined : body?.schema, query]) {
      if (!schema) continue;
      collect(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), names);
    }
  }
  return names;
});

/** Names of properties only, wherever in the schema they are. */
function collect(schema: unknown, names: Set<string>): void {
  if (typeof schema !== "object" || schema === null) return;
  for (const [key, held] of Object.entries(schema)) {
    if (key === "properties" && typeof held === "object" && held !== null) {
      for (const name of Object.keys(held)) names.add(name);
    }
    // Examples are values, whose names say nothing about the contract.
    if (key !== "examples" && key !== "example") collect(held, names);
  }
}
