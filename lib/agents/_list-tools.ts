import type { Tool } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import type { TokenActor } from "../core/actor";
import { once } from "../core/once";
import { type AgentTool, agentTools } from "./_tools";

/** The tools as programs read them, each with the scope that shows it. */
const described = once(() => agentTools.map((tool) => ({ scope: tool.scope, view: toView(tool) })));

/** The tools that this token may call. */
export function listTools({ scopes }: TokenActor): Tool[] {
  return described()
    .filter(({ scope }) => scope === "any" || scopes.includes(scope))
    .map(({ view }) => view);
}

/** The names of the arguments of a tool. */
export function argumentsOf(name: string): string[] {
  const found = described().find(({ view }) => view.name === name);
  return Object.keys(found?.view.inputSchema.properties ?? {});
}

function toView({ name, title, description, input, isReading }: AgentTool): Tool {
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
  return {
    name,
    title,
    description,
    // Unknown arguments are refused: one that is mistyped, such as a time, must not be a message that goes now.
    inputSchema: {
      type: "object",
      properties: (schema.properties ?? {}) as Record<string, object>,
      required: schema.required ?? [],
      additionalProperties: false,
      ...(schema.$defs && { $defs: schema.$defs }),
    },
    annotations: {
      readOnlyHint: isReading,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: !isReading,
    },
  };
}
