import { agentTools } from "./_tools";

const methods = ["initialize", "ping", "tools/list", "tools/call", "notifications/initialized"];

/** What a message of the protocol asks for, for the list of requests: names of ours alone, and the arguments. */
export function describeCall(message: Record<string, unknown>): Record<string, unknown> {
  const method = methods.find((each) => each === message["method"]);
  const { params } = message;
  if (method !== "tools/call" || typeof params !== "object" || params === null) return { method };
  const { name, arguments: given } = params as { name?: unknown; arguments?: unknown };
  const tool = agentTools.find((each) => each.name === name)?.name;
  return { method, tool, arguments: given };
}
