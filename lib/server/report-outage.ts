import type { ServerResponse } from "node:http";
import { lastOutage } from "../core/last-outage";

const retryAfterSeconds = 2;

/** Next answers 500 to whatever a page throws. When the database was away meanwhile, it is 503. */
export function reportOutage(response: ServerResponse): void {
  const startedMs = performance.now();
  const writeHead = response.writeHead as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status !== 500 || lastOutage().atMs < startedMs) {
      return writeHead.call(response, status, ...rest);
    }
    response.setHeader("retry-after", retryAfterSeconds);
    return writeHead.call(response, 503, ...rest);
  };
}
