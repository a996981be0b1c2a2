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
  /** Hears why a call of a tool was refused: the response of the protocol is a 200 then, too. */
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
    return await transport.handleRequest(input.request, { parsedBody: input.message });
  } finally {
    await server.close();
  }
}
