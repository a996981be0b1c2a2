import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { isThisMachine } from "../core/is-this-machine";
import type { ApiEnv } from "./context";
import { apiSentences } from "./sentences";

/**
 * Throws unless the caller may read the figures: with METRICS_TOKEN where it is set, or else from this very machine and
 * through no proxy. To anybody else the path does not exist.
 */
export function demandFigures(c: Context<ApiEnv>): void {
  const { METRICS_TOKEN } = env();
  const { headers } = c.req.raw;
  if (METRICS_TOKEN !== undefined) {
    const given = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
    if (isSame(given, METRICS_TOKEN)) return;
    throw new AppError("unauthorized", apiSentences.wrongMetricsToken);
  }
  const { clientAddress, isRelayed } = c.env;
  // A door that does not know is taken for a proxy.
  const isDirect = isRelayed !== undefined && !isRelayed();
  if (isDirect && isThisMachine(clientAddress, headers.get("host"))) return;
  throw new AppError("not_found", apiSentences.noSuchPath);
}

/** Both sides are hashed, so that neither content nor length shows in the time. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
