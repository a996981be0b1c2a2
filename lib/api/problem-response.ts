import { appUrl } from "../core/env";
import { type AppError, errorTable, type FieldErrors } from "../core/errors";
import { joinSentences } from "../core/join-sentences";
import { log } from "../core/log";
import { toAppError } from "../core/to-app-error";
import type { Language } from "../language/language";
import { refusalHeaders } from "./refusal-headers";

interface Asked {
  requestId: string;
  /** Path of the request, without its query. */
  instance: string;
  /** The route it matched, for the log: a path may hold a secret or a number. */
  route?: string;
  /** The language of what people read of it; codes and titles stay. */
  language?: Language;
}

/** Answers anything thrown as RFC 9457 problem+json, the one shape of every error of the API. */
export function problemResponse(
  error: unknown,
  { requestId, instance, route, language = "en" }: Asked,
): Response {
  const refusal = toAppError(error);
  const { status, title } = errorTable[refusal.code];
  if (status >= 500)
    log().error({ err: refusal.cause ?? refusal, requestId, route }, "request failed");
  const problem = {
    type: `${appUrl()}/docs/errors#${refusal.code}`,
    title,
    status,
    detail: detailOf(refusal, language),
    instance,
    code: refusal.code,
    request_id: requestId,
    ...members(refusal, language),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      "content-type": "application/problem+json",
      ...refusalHeaders(refusal, 'Bearer error="invalid_token"'),
    },
  });
}

/** A refusal of fields says what is wrong with each of them, whatever sentence a form shows above them. */
function detailOf(refusal: AppError, language: Language): string {
  const fields = fieldsOf(refusal, language);
  const firsts = Object.values(fields ?? {}).flatMap(([first]) => first ?? []);
  return joinSentences(firsts) || refusal.sentence.in(language);
}

function members(refusal: AppError, language: Language): Record<string, unknown> {
  const { code, details } = refusal;
  if (code === "insufficient_credits") {
    const { required, available } = details;
    return { required, available, balance: available, topup_url: `${appUrl()}/credits` };
  }
  if (code === "spend_limit_reached") {
    const { required, available, resetsAt } = details;
    return { required, available, resets_at: resetsAt?.toISOString() };
  }
  if (details.checks) return { checks: details.checks };
  const fields = fieldsOf(refusal, language);
  return fields ? { errors: fields } : {};
}

/** What is wrong by field; in English it has been worded already. */
function fieldsOf(refusal: AppError, language: Language): FieldErrors | undefined {
  return language === "en" ? refusal.details.fields : refusal.fieldsIn(language);
}
