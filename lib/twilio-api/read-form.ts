import { AppError } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { twilioSentences } from "./sentences";

/** Twilio's own form has 25 fields; a media message repeats one ten times. */
const maxFields = 64;

/** Whether a `Content-Type` says a form. */
function isForm(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded *(?:;|$)/i.test(contentType);
}

/**
 * The fields of a form whose bytes were counted before. Throws unsupported_media_type for another `Content-Type`, and
 * invalid_request for too many fields.
 */
export function readForm(text: string, contentType: string): URLSearchParams {
  if (!isForm(contentType)) {
    throw new AppError("unsupported_media_type", twilioSentences.notAForm);
  }
  if (text.split("&", maxFields + 1).length > maxFields) {
    throw invalidFields({ request: [twilioSentences.tooManyFields({ max: maxFields })] });
  }
  return new URLSearchParams(text);
}
