import type { FieldSentences } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { twilioSentences } from "./sentences";

/** What makes a message other than a text from a sender. */
const unsupported = ["MediaUrl", "ContentSid", "ContentVariables", "PersistentAction"];
/** Ours is at least a minute; whoever asks for less wants the shortest there is. */
const validity = { min: 1, max: 172_800, least: 60 };

interface SendForm {
  /** The body of `POST /api/sms`, which nobody has checked. */
  wire: Record<string, unknown>;
  /** Where to report to; null for nowhere. */
  statusCallback: string | null;
}

/**
 * Reads the form of Twilio's `POST Messages.json` as a send of ours. Blank fields are left out. What would change neither the
 * message nor whom it reaches is ignored. Throws invalid_request, with Twilio's names, for what there is not.
 */
export function readSendForm(form: URLSearchParams): SendForm {
  const field = (name: string) => form.get(name) || undefined;
  const wrong: FieldSentences = {};
  for (const name of unsupported) {
    if (field(name)) wrong[name] = [twilioSentences.onlyText({ name })];
  }
  if (field("MessagingServiceSid") && !field("From")) wrong["from"] = [twilioSentences.noService];
  const hasTime = field("SendAt") !== undefined;
  if (hasTime !== (field("ScheduleType") !== undefined) || (hasTime && !isFixed(form))) {
    wrong["ScheduleType"] = [twilioSentences.noScheduleType];
  }
  const seconds = readValidity(field("ValidityPeriod"));
  if (seconds === null) wrong["ValidityPeriod"] = [twilioSentences.wrongValidity];
  const retention = field("ContentRetention");
  if (retention !== undefined && !/^(?:retain|discard)$/.test(retention)) {
    wrong["ContentRetention"] = [twilioSentences.wrongRetention({ name: "ContentRetention" })];
  }
  if (Object.keys(wrong).length > 0) throw invalidFields(wrong);
  const wire = {
    from: field("From"),
    to: field("To"),
    body: field("Body"),
    scheduled_at: field("SendAt"),
    validity: seconds,
    ...(retention === "discard" ? { store_body: false } : {}),
  };
  return { wire, statusCallback: field("StatusCallback") ?? null };
}

function isFixed(form: URLSearchParams): boolean {
  return form.get("ScheduleType") === "fixed";
}

/** In seconds; null when it is none. */
function readValidity(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (seconds < validity.min || seconds > validity.max) return null;
  return Math.max(seconds, validity.least);
}
