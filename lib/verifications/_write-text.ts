import type { Actor } from "../core/actor";
import { AppError, type FieldSentences } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { loadTemplates } from "../templates/load-templates";
import { fillMasks, maskOf } from "./_code-mask";
import { codeText, withWebOtp } from "./_code-words";
import type { StartVerificationInput } from "./contract";
import { verificationSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  input: Pick<StartVerificationInput, "template" | "language" | "webotp_domain">;
}

/** The text of a message for a code that works for so many seconds. */
export type WriteText = (code: string, ttlSeconds: number) => string;

/** Two codes that no text has by chance, to see whether a template says its code. */
const probes = ["0000000001", "9999999998"] as const;
/** The shortest code there is: masks of others beside it would be taken for a longer one. */
const shortest = "0001";

/**
 * How the message of a verification is written, its template read and tried. Throws invalid_request for a template that
 * is none, has no `{{code}}`, wants variables that nobody gives, or looks as if a code of its own was masked.
 */
export async function textWriter({ actor, input }: Wanted): Promise<WriteText> {
  const { template, language, webotp_domain: domain } = input;
  const write: WriteText = template
    ? await templateWriter(actor, template)
    : (code, ttlSeconds) => codeText(language ?? "en", { code, minutes: minutesOf(ttlSeconds) });
  if (!domain) return write;
  return (code, ttlSeconds) => withWebOtp(write(code, ttlSeconds), domain, code);
}

async function templateWriter(actor: Actor, template: string): Promise<WriteText> {
  const fill = await loadTemplates({ actor, input: [{ template_id: template }] });
  const write: WriteText = (code, ttlSeconds) => {
    const variables = { code, minutes: String(minutesOf(ttlSeconds)) };
    const filled = fill({ template_id: template, variables });
    if (filled instanceof AppError) throw aboutTemplate(filled);
    return String((filled as { body: unknown }).body);
  };
  if (probes.some((probe) => !write(probe, 600).includes(probe))) {
    throw invalidFields({ template: [verificationSentences.noCode] });
  }
  const masked = write(maskOf(shortest.length), 600);
  const filled = fillMasks(masked, (length) => (length === shortest.length ? shortest : ""));
  if (filled !== write(shortest, 600)) {
    throw invalidFields({ template: [verificationSentences.isMasked] });
  }
  return write;
}

/** A refusal of the text or its variables, which a verification has in the template alone. */
export function aboutTemplate(error: AppError): AppError {
  const fields: FieldSentences = error.fields ?? {};
  const { template_id, variables, body, ...others } = fields;
  const wrong = [template_id, variables, body].flatMap((each) => each ?? []);
  return wrong.length === 0 ? error : invalidFields({ ...others, template: wrong });
}

/** Never more than the code has. */
function minutesOf(seconds: number): number {
  return Math.max(1, Math.floor(seconds / 60));
}
