import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { TokenActor } from "../core/actor";
import { AppError, type ErrorCode, errorTable } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { log } from "../core/log";
import { toAppError } from "../core/to-app-error";
import { within } from "../core/within";
import { argumentsOf } from "./_list-tools";
import { type AgentTool, agentTools } from "./_tools";
import { agentSentences } from "./sentences";

/** A program waits for a tool about a minute, most of them. */
const maxCallMs = 20_000;
const retryAfterMs = 2000;

interface Asked {
  name: string;
  arguments?: Record<string, unknown> | undefined;
}

/**
 * What a tool returns, or why it was refused, as a result that the model reads: JSON, with `code` and `detail` as in the
 * errors of the API. `onRefusal` hears that code. Never rejects.
 */
export async function callTool(
  actor: TokenActor,
  { name, arguments: given = {} }: Asked,
  onRefusal: (code: ErrorCode) => void,
): Promise<CallToolResult> {
  try {
    const tool = findTool(name);
    demandKnown(tool, given);
    const late = () => new AppError("unavailable", agentSentences.tooSlow, { retryAfterMs });
    return toResult(await within(tool.run(actor, given), maxCallMs, late));
  } catch (error) {
    const refusal = toAppError(error);
    onRefusal(refusal.code);
    return { ...toResult(viewOf(refusal)), isError: true };
  }
}

function findTool(name: string): AgentTool {
  const tool = agentTools.find((each) => each.name === name);
  if (tool) return tool;
  const known = agentTools.map((each) => each.name).join(", ");
  throw new AppError("not_found", agentSentences.unknownTool({ known }));
}

const maxQuoted = 64;

function demandKnown({ name }: AgentTool, given: Record<string, unknown>): void {
  const known = argumentsOf(name);
  const unknown = Object.keys(given).find((each) => !known.includes(each));
  if (unknown === undefined) return;
  const sentence = agentSentences.unknownArgument({ known: known.join(", ") });
  throw invalidFields({ [unknown.slice(0, maxQuoted)]: [sentence] });
}

function toResult(value: object): CallToolResult {
  return {
    content: [{ type: "text", text: JSON.stringify(value) }],
    structuredContent: { ...value },
  };
}

/** An error as the API would say it. What failed inside is logged and stays there. */
function viewOf(refusal: AppError): object {
  const { code, message, details } = refusal;
  const { fields, required, available, resetsAt, retryAfterMs: waitMs } = details;
  if (errorTable[code].status >= 500) {
    log().error({ err: refusal.cause ?? refusal, route: "/api/mcp" }, "a tool failed");
  }
  return {
    code,
    detail: message,
    ...(fields && { errors: fields }),
    ...(required !== undefined && { required, available }),
    ...(resetsAt && { resets_at: resetsAt.toISOString() }),
    ...(waitMs !== undefined && { retry_after_seconds: Math.ceil(waitMs / 1000) }),
  };
}
