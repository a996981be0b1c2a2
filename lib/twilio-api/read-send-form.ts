import type { FieldSentences } from "../core/errors";
import { invalidFields } from "../core/invalid-fields";
import { twilioSentences } from "./sentences";

/** What would make a message other than a text from a sender, or promise what is not kept. */
const unsupported = [
  ...["MediaUrl", "ContentSid", "ContentVariables", "PersistentAction"],
  ...["ApplicationSid", "AddressRetention", "SendAsMms"],
];
/** Values with which such a field asks for what is done anyway. */
const harmless = new Set(["AddressRetention=retain", "SendAsMms=false"]);
/** What a message has one of: of two, one would be lost without a word. */
const single = [
  ...["To", "From", "Body", "StatusCallback", "SendAt", "ValidityPeriod"],
  ...["MessagingServiceSid", "ScheduleType", "ContentRetention"],
];
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
  const seconds = readValidity(field("ValidityPeriod"));
  const retention = field("ContentRetention");
  const wrong: FieldSentences = {
    ...repeatedIn(form),
    ...unsupportedIn(field),
    ...(isScheduledRight(field) ? {} : { ScheduleType: [twilioSentences.noScheduleType] }),
    ...(seconds === null ? { ValidityPeriod: [twilioSentences.wrongValidity] } : {}),
    ...(retention === undefined || isRetention(retention)
      ? {}
      : { ContentRetention: [twilioSentences.wrongRetention({ name: "ContentRetention" })] }),
  };
  if (Object.keys(wrong).length > 0) throw invalidFields(wrong);
  const wire = {
    from: senderIn(field),
    to: field("To"),
    body: field("Body"),
    scheduled_at: field("SendAt"),
    validity: seconds,
    ...(retention === "discard" ? { store_body: false } : {}),
  };
  return { wire, statusCallback: field("StatusCallback") ?? null };
}

function repeatedIn(form: URLSearchParams): FieldSentences {
  const repeated = single.filter((name) => form.getAll(name).length > 1);
  return Object.fromEntries(repeated.map((name) => [name, [twilioSentences.repeated({ name })]]));
}

type Field = (name: string) => string | undefined;

function unsupportedIn(field: Field): FieldSentences {
  const given = unsupported.filter((name) => {
    const value = field(name);
    return value !== undefined && !harmless.has(`${name}=${value}`);
  });
  const isByService = isServiceSid(senderIn(field) ?? "");
  return {
    ...Object.fromEntries(given.map((name) => [name, [twilioSentences.unsupported({ name })]])),
    ...(isByService ? { from: [twilioSentences.noService] } : {}),
  };
}

/** Programs that know messaging services only have no other field for a sender. */
function senderIn(field: Field): string | undefined {
  return field("From") ?? field("MessagingServiceSid");
}

function isServiceSid(text: string): boolean {
  return /^MG[0-9a-f]{32}$/i.test(text);
}

/** Neither of the two, or both. */
function isScheduledRight(field: Field): boolean {
  const [time, type] = [field("SendAt"), field("ScheduleType")];
  return time === undefined ? type === undefined : type === "fixed";
}

function isRetention(text: string): boolean {
  return text === "retain" || text === "discard";
}

/** In seconds; null when it is none. */
function readValidity(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (seconds < validity.min || seconds > validity.max) return null;
  return Math.max(seconds, validity.least);
}
