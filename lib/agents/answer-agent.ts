import type { TokenActor } from "../core/actor";
import type { ErrorCode } from "../core/errors";
import { version } from "../core/version";
import { callTool } from "./_call-tool";
import { listTools } from "./_list-tools";
import { protocol } from "./_protocol";

interface Wanted {
  actor: TokenActor;
  input: {
    /** As it came; its body has been read. */
    request: Request;
    /** The one JSON-RPC message that it has. */
    message: Record<string, unknown>;
  };
  /** Hears why a call of a tool, or a message of the protocol, was refused: the response is a 200 then, too. */
  onRefusal(code: ErrorCode): void;
}

const instructions =
  "Depesza sends SMS. Prices are in credits, one per segment. To send, call send_message with dry_run: true, show the person the recipient, the text, and the credits, and call it again with confirm. A token that starts with actio_test_ reaches no phone and costs nothing. Numbers are in E.164.";

/**
 * Answers one message of the Model Context Protocol (streamable HTTP) with JSON. It is stateless: any process answers any
 * request, no session is kept, and what a program may do is decided by its token with each of them.
 */
export async function answerAgent({ actor, input, onRefusal }: Wanted): Promise<Response> {
  const { Server, Transport, CallTool, ListTools, jsonSchemaValidator } = await protocol();
  const server = new Server(
    { name: "depesza", title: "Depesza", version },
    { capabilities: { tools: {} }, instructions, jsonSchemaValidator },
  );
  server.setRequestHandler(ListTools, () => ({ tools: listTools(actor) }));
  server.setRequestHandler(CallTool, ({ params }) => callTool(actor, params, onRefusal));
  const transport = new Transport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    const response = await transport.handleRequest(input.request, { parsedBody: input.message });
    if (await isProtocolError(response)) onRefusal("invalid_request");
    return response;
  } finally {
    await server.close();
  }
}

/** A method that there is not, say, or parameters of another shape. */
async function isProtocolError(response: Response): Promise<boolean> {
  if (!response.headers.get("content-type")?.startsWith("application/json")) return false;
  const answer: unknown = await response.clone().json();
  return typeof answer === "object" && answer !== null && "error" in answer;
}
