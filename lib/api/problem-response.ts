import { appUrl } from "../core/env";
import { type AppError, errorTable } from "../core/errors";
import { joinSentences } from "../core/join-sentences";
import { log } from "../core/log";
import { toAppError } from "../core/to-app-error";

interface Asked {
  requestId: string;
  /** Path of the request, without its query. */
  instance: string;
  /** The route it matched, for the log: a path may hold a secret or a number. */
  route?: string;
}

/** Answers anything thrown as RFC 9457 problem+json, the one shape of every error of the API. */
export function problemResponse(error: unknown, { requestId, instance, route }: Asked): Response {
  const refusal = toAppError(error);
  const { status, title } = errorTable[refusal.code];
  if (status >= 500)
    log().error({ err: refusal.cause ?? refusal, requestId, route }, "request failed");
  const problem = {
    type: `${appUrl()}/docs/errors#${refusal.code}`,
    title,
    status,
    detail: detailOf(refusal),
    instance,
    code: refusal.code,
    request_id: requestId,
    ...members(refusal),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { "content-type": "application/problem+json", ...headers(refusal) },
  });
}

/** A refusal of fields says what is wrong with each of them, whatever sentence a form shows above them. */
function detailOf({ message, details: { fields } }: AppError): string {
  const firsts = Object.values(fields ?? {}).flatMap(([first]) => first ?? []);
  return joinSentences(firsts) || message;
}

function members({ code, details }: AppError): Record<string, unknown> {
  if (code === "insufficient_credits") {
    const { required, available } = details;
    return { required, available, topup_url: `${appUrl()}/credits` };
  }
  if (details.checks) return { checks: details.checks };
  return details.fields ? { errors: details.fields } : {};
}

function headers({ code, details }: AppError): Record<string, string> {
  return {
    ...(code === "unauthorized" ? { "www-authenticate": 'Bearer error="invalid_token"' } : {}),
    ...(details.retryAfterMs === undefined
      ? {}
      : { "retry-after": String(Math.max(1, Math.ceil(details.retryAfterMs / 1000))) }),
    ...(details.allow ? { allow: details.allow } : {}),
  };
}
