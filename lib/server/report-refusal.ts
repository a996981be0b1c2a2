import type { IncomingMessage, ServerResponse } from "node:http";
import { renderingScope } from "../core/page-refusal";

/**
 * Lets Next answer a page, with 403 where it says that it is not for whoever opened it. What the router of a browser asks
 * for stays 200: it would load the page a second time, whole.
 */
export async function reportRefusal(
  { headers }: IncomingMessage,
  response: ServerResponse,
  answer: () => Promise<void>,
): Promise<void> {
  if (headers["rsc"] !== undefined) return answer();
  const rendering = { isRefused: false };
  const writeHead = response.writeHead as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead.call(response, status === 200 && rendering.isRefused ? 403 : status, ...rest);
  await renderingScope().run(rendering, answer);
}
