import { answerAgent } from "../agents/answer-agent";
import { describeCall } from "../agents/describe-call";
import { internalCalls } from "../operations/internal-calls";
import { authorize } from "./authorize";
import type { Route } from "./mount";
import { readJsonObject } from "./read-json";

/**
 * `/api/mcp`: the tools of programs that act for a person, by the Model Context Protocol. A bearer token and nothing else
 * counts, so a page of another site reaches nothing. A body is one message, never a list of them: each counts as a request.
 */
export const agentRoutes: Route[] = [
  {
    call: internalCalls.callAgentTool,
    async respond(c) {
      const actor = await authorize(c, "any");
      const message = await readJsonObject(c.req.raw);
      c.set("body", describeCall(message));
      return answerAgent({
        actor,
        input: { request: c.req.raw, message },
        onRefusal: (code) => c.set("errorCode", code),
      });
    },
  },
];
