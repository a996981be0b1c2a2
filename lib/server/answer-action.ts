import type { ServerResponse } from "node:http";
import { decodingScope } from "../core/decoding";
import { rejectionHeaders } from "./reject-request";

const undecodable = "This form could not be read.\n";

/**
 * Lets Next answer what may be a server action. It responds 500 to a body that it cannot decode, before any action
 * runs; the client gets 400 instead, and the log no stack trace (see log-next-output.ts).
 */
export async function answerAction(
  response: ServerResponse,
  answer: () => Promise<void>,
): Promise<void> {
  const decoding = { isDone: false };
  // Taken before they are wrapped for compression.
  const { writeHead, flushHeaders, write, end } = response;
  let isReplaced = false;
  /** Whether what is to be written now is Next's word about a body that it could not decode. */
  const isUndecodable = (status = response.statusCode) => {
    if (isReplaced) return true;
    if (response.headersSent || status !== 500 || decoding.isDone) return false;
    isReplaced = true;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    writeHead.call(response, 400, rejectionHeaders());
    end.call(response, undecodable, "utf8");
    return true;
  };
  Object.assign(response, {
    writeHead: (...head: Parameters<typeof writeHead>) =>
      isUndecodable(head[0]) ? response : writeHead.apply(response, head),
    flushHeaders: () => isUndecodable() || flushHeaders.call(response),
    write: (...chunk: Parameters<typeof write>) => isUndecodable() || write.apply(response, chunk),
    end: (...chunk: Parameters<typeof end>) =>
      isUndecodable() ? response : end.apply(response, chunk),
  });
  await decodingScope().run(decoding, answer);
}
