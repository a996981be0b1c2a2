import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
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
 * invalid_request for what is not UTF-8, and for too many fields.
 */
export function readForm(bytes: Uint8Array, contentType: string): URLSearchParams {
  if (!isForm(contentType)) {
    throw new AppError("unsupported_media_type", twilioSentences.notAForm);
  }
  const text = ifThrows(
    () => readUtf8(bytes),
    () => {
      throw invalidFields({ request: [twilioSentences.notUtf8] });
    },
  );
  if (text.split("&", maxFields + 1).length > maxFields) {
    throw invalidFields({ request: [twilioSentences.tooManyFields({ max: maxFields })] });
  }
  return new URLSearchParams(text);
}

/** Throws, too, for percent signs with bytes that are not UTF-8: a text in another encoding would be sent garbled. */
function readUtf8(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  for (const encoded of text.match(/(?:%[0-9a-f]{2})+/gi) ?? []) decodeURIComponent(encoded);
  return text;
}
