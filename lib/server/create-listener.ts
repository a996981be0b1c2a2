import { getRequestListener } from "@hono/node-server";

const { Request: PlatformRequest, Response: PlatformResponse } = globalThis;

/** Stands for the host in a request of HTTP 1.0 that names none. */
const unnamedHost = "localhost";

/**
 * A listener whose answers are Hono's light Response: the platform's costs more than admitting a message does.
 * Hono builds whatever `Response` is global, so that is the light one from here on. Libraries in the same process
 * go on to know either kind for a Response, and keep the platform's Request.
 */
export function createListener(
  answer: Parameters<typeof getRequestListener>[0],
): ReturnType<typeof getRequestListener> {
  const listener = getRequestListener(answer, { hostname: unnamedHost });
  Object.defineProperty(globalThis, "Request", { value: PlatformRequest });
  Object.defineProperty(globalThis.Response, Symbol.hasInstance, {
    configurable: true,
    value: (value: unknown) => Function.prototype[Symbol.hasInstance].call(PlatformResponse, value),
  });
  return listener;
}
