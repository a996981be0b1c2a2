import { z } from "zod";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { pageFields } from "../core/page-fields";
import { worded, wordedIssue } from "../core/worded";
import { findLinkFault } from "../links/find-link-fault";
import { parseLinkedText } from "../links/parse-linked-text";
import { ScheduledAt } from "../messages/schedule-contract";
import { messageSentences } from "../messages/sentences";
import { maxTextLength } from "../sms/count-segments";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { findMarkPile } from "../sms/find-mark-pile";
import { isSender } from "../sms/sender";
import { maxCellLength, maxColumns } from "../spreadsheets/contract";
import { isVariableName } from "../templates/parse-text";
import { campaignStatuses, maxInlineRows, rowStates, rowStatuses } from "./contract";
import { campaignSentences } from "./sentences";

/** What a column is that has the numbers. */
export const numberColumn = "to";
/** Messages a second, of one campaign. */
export const maxRate = 10_000;

const { wrongName, longName, wrongText, longText, wrongRate, wrongTime, wrongMapping } =
  campaignSentences;

const Name = limitedText(80, { error: wrongName, tooLong: longName })
  .trim()
  .min(1, worded(wrongName))
  .refine((name) => !findForbiddenCharacter(name), worded(wrongName))
  .meta({ description: "What it is called: shown to you, never sent.", examples: ["Spring sale"] });

/** Empty while nobody has written it yet. */
const From = limitedText(64, { error: messageSentences.noSender })
  .superRefine((value, context) => {
    if (value === "" || isSender(value)) return;
    context.addIssue(wordedIssue(messageSentences.wrongSender({ value: value.slice(0, 40) })));
  })
  .transform((value) => value.replace(/^\+(?=\d+$)/, ""))
  .meta({ description: "Sender, as of a message.", examples: ["YourBrand"] });

const Body = limitedText(maxTextLength, { error: messageSentences.noText, tooLong: longText })
  .superRefine((value, context) => {
    const unsendable = findForbiddenCharacter(value) ?? findMarkPile(value);
    const wrong = unsendable ?? findLinkFault(value) ?? (parseLinkedText(value) ? null : wrongText);
    if (wrong) context.addIssue(wordedIssue(wrong));
  })
  .transform((value) => value.normalize("NFC"))
  .meta({
    description:
      "The text, with a variable as `{{first_name}}`, or `{{first_name|there}}`, and a short link as `{{link:https://…}}`.",
    examples: ["Hello {{first_name|there}}!"],
  });

const DefaultCountry = limitedText(2, {
  error: campaignSentences.wrongCountry,
  tooLong: campaignSentences.wrongCountry,
})
  .regex(/^[A-Z]{2}$/, worded(campaignSentences.wrongCountry))
  .nullable()
  .meta({
    description: "The country of numbers without a country code, by ISO 3166.",
    examples: ["PL"],
  });

const Rate = z
  .int(worded(wrongRate({ max: maxRate })))
  .min(1, worded(wrongRate({ max: maxRate })))
  .max(maxRate, worded(wrongRate({ max: maxRate })))
  .nullable()
  .meta({ description: "Maximum messages per second; null for no limit.", examples: [50] });

const ClockTime = limitedText(5, { error: wrongTime, tooLong: wrongTime })
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, worded(wrongTime))
  .meta({ examples: ["21:00"] });

const QuietHours = z
  .object({ from: ClockTime, until: ClockTime })
  .refine(({ from, until }) => from !== until, worded(campaignSentences.noQuietHours))
  .nullable()
  .meta({ description: "Nothing is sent between these, by the clock of the recipient's country." });

const Mapping = limitedList(
  limitedText(40, { error: wrongMapping, tooLong: wrongMapping }).nullable(),
  { max: maxColumns, error: wrongMapping, tooMany: wrongMapping },
)
  .refine((columns) => columns.every(isColumn), worded(wrongMapping))
  .refine((columns) => isUnique(columns), worded(campaignSentences.mappedTwice))
  .meta({
    description: "For each column what it is: `to`, the name of a variable, or null if ignored.",
  });

const settings = {
  from: From.optional(),
  body: Body.optional(),
  default_country: DefaultCountry.optional(),
  rate: Rate.optional(),
  quiet_hours: QuietHours.optional(),
  scheduled_at: ScheduledAt.nullable().optional(),
  store_body: z
    .boolean(worded(messageSentences.wrongStoreBody))
    .nullish()
    .meta({
      description:
        "`false` for texts that nobody may read later: each is erased once a carrier has its message, and what was uploaded when the campaign ends. Default: true.",
      examples: [true],
    }),
};

/** A new draft. The same `idempotency_key` again is the same draft. */
export const CreateCampaignInput = z.object({
  name: Name,
  ...settings,
  idempotency_key: limitedText(64, { error: messageSentences.notAKey })
    .transform((value) => value.toLowerCase())
    .pipe(z.uuid(worded(messageSentences.notAKey)))
    .nullish(),
});

export type CreateCampaignInput = z.output<typeof CreateCampaignInput>;

/** Changes of a campaign; what is left out stays. After the start only the name, the rate, and the quiet hours. */
export const UpdateCampaignInput = z.object({
  name: Name.optional(),
  ...settings,
  mapping: Mapping.optional(),
});

export type UpdateCampaignInput = z.output<typeof UpdateCampaignInput>;

const Value = z
  .union([limitedText(maxCellLength), z.number()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? "");

/** A person, inline in a request. */
const Recipient = z.object({
  to: limitedText(64, { error: campaignSentences.noNumber, tooLong: campaignSentences.noNumber }),
  variables: z
    .record(limitedText(40), Value)
    .refine(
      (values) => Object.keys(values).length < maxColumns && Object.keys(values).every(isVariable),
      worded(wrongMapping),
    )
    .default({}),
  client_ref: limitedText(255, {
    error: messageSentences.referenceNotText,
    tooLong: messageSentences.longReference,
  })
    .refine((value) => !findForbiddenCharacter(value), worded(messageSentences.wrongReference))
    .nullish(),
});

/** People inline in a request. */
export const RecipientsInput = limitedList(Recipient, {
  max: maxInlineRows,
  error: campaignSentences.noRecipients,
  tooMany: campaignSentences.tooManyInline({ max: maxInlineRows }),
});

export type RecipientsInput = z.output<typeof RecipientsInput>;

const page = {
  ...pageFields({ with: "the same filter" }),
};

/** The query of a list of campaigns. */
export const ListCampaignsQuery = z.object({
  status: z.enum(campaignStatuses).optional(),
  ...page,
});

export type ListCampaignsQuery = z.output<typeof ListCampaignsQuery>;

/** The query of the rows of a campaign. */
export const ListRowsQuery = z.object({
  state: z.enum(rowStates).optional().meta({ description: "The result of the check." }),
  status: z.enum(rowStatuses).optional().meta({ description: "Its status." }),
  ...page,
});

export type ListRowsQuery = z.output<typeof ListRowsQuery>;

function isVariable(name: string): boolean {
  return name !== numberColumn && isVariableName(name);
}

function isColumn(name: string | null): boolean {
  return name === null || name === numberColumn || isVariableName(name);
}

function isUnique(columns: readonly (string | null)[]): boolean {
  const named = columns.filter((each) => each !== null);
  return new Set(named).size === named.length;
}
