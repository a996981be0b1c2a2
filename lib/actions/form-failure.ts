import type { ErrorCode, FieldErrors } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { log } from "../core/log";
import { toAppError } from "../core/to-app-error";
import type { Language } from "../language/language";
import type { FormInput } from "./form-input";

/** A form that was refused: what to say, beside which field, and what the person had typed. */
export interface FormFailure {
  ok: false;
  code: ErrorCode;
  message: string;
  fields?: FieldErrors;
  /** What was typed, to fill the form again. Never a password, never a secret. */
  values: Record<string, string>;
  /** 402: what it needs and what there is. */
  required?: number;
  available?: number;
  retryAfterMs?: number;
  requestId: string;
  /** No answer came: whether it was done is not known. */
  isUnanswered?: true;
  /** The session ended: the form stays, and can be sent once the person is signed in again. */
  isSignedOut?: true;
}

/**
 * Turns whatever a verb threw into what a form can show, in the language of its screen. The unknown is
 * logged and stays unsaid.
 */
export function formFailure(
  error: unknown,
  input: FormInput,
  language: Language = "en",
): FormFailure {
  const requestId = publicId("req", newId());
  const shown = { ok: false, values: typedValues(input), requestId } as const;
  const refusal = toAppError(error);
  const fields = refusal.fieldsIn(language);
  const { required, available, retryAfterMs, cause } = refusal.details;
  if (refusal.code === "internal") log().error({ err: cause, requestId }, "an action failed");
  else if (cause !== undefined)
    log().warn({ err: cause, requestId, code: refusal.code }, "an action was rejected");
  return {
    ...shown,
    code: refusal.code,
    message: refusal.sentence.in(language),
    ...(fields && { fields }),
    ...(required !== undefined && { required }),
    ...(available !== undefined && { available }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

function typedValues(input: FormInput): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(input)) {
    if (typeof value === "string" && !/password|secret/i.test(name)) values[name] = value;
  }
  return values;
}
