import type { AppError } from "../core/errors";

/** The headers of a refusal, whatever form its body has; `challenge` is the scheme that a 401 asks for (RFC 9110, 11.6.1). */
export function refusalHeaders(
  { code, details }: AppError,
  challenge: string,
): Record<string, string> {
  return {
    ...(code === "unauthorized" ? { "www-authenticate": challenge } : {}),
    ...(details.retryAfterMs === undefined
      ? {}
      : { "retry-after": String(Math.max(1, Math.ceil(details.retryAfterMs / 1000))) }),
    ...(details.allow ? { allow: details.allow } : {}),
  };
}
