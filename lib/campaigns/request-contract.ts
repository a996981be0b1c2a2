import { z } from "zod";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import type { Sentence } from "../core/sentence";
import { worded, wordedIssue } from "../core/worded";
import { ScheduledAt } from "../messages/schedule-contract";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { isSender } from "../sms/sender";
import { VariableText } from "../templates/contract";
import { maxColumns, maxInlineRows } from "./contract";
import { campaignRequestSentences as said } from "./request-sentences";

/** Messages per second that a campaign may ask for at most. */
export const maxRate = 1000;

const name = limitedText(80, { error: said.noName, tooLong: said.noName })
  .trim()
  .min(1, worded(said.noName))
  .refine((text) => !findForbiddenCharacter(text), worded(said.wrongName))
  .meta({ description: "What you call it. Recipients don't see it.", examples: ["May sale"] });

const from = limitedText(64, { error: said.noSender, tooLong: said.noSender })
  .refine(isSender, worded(said.noSender))
  .transform((text) => text.replace(/^\+(?=\d+$)/, ""))
  .meta({
    description: "Sender, as in `POST /api/sms`.",
    examples: ["YourBrand"],
    maxLength: 16,
  });

const country = limitedText(2, { error: said.wrongCountry, tooLong: said.wrongCountry })
  .transform((text) => text.toUpperCase())
  .refine((text) => /^[A-Z]{2}$/.test(text), worded(said.wrongCountry))
  .meta({
    description: "Where numbers without a country code belong: two letters (ISO 3166-1).",
    examples: ["PL"],
  });

const wrongRate = worded(said.wrongRate({ max: maxRate }));
const rate = z.int(wrongRate).min(1, wrongRate).max(maxRate, wrongRate).meta({
  description: "Messages per second at most. Null: as fast as they go.",
  examples: [20],
});

const time = limitedText(5, { error: said.wrongQuietHours, tooLong: said.wrongQuietHours })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, worded(said.wrongQuietHours))
  .meta({ description: "A time of day, by the clock of the recipient.", examples: ["21:00"] });

const quietHours = z
  .object(
    { from: time, until: time.meta({ examples: ["08:00"], description: "When they end." }) },
    worded(said.wrongQuietHours),
  )
  .refine(({ from: start, until }) => start !== until, worded(said.wrongQuietHours))
  .meta({
    description:
      "When nothing is sent, by the clock of the recipient: messages wait until it is over. Where a country has several time zones, it has to be over in all of them.",
  });

const templateId = limitedText(64).meta({
  description: "A template instead of `body`.",
  examples: ["tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA"],
});

const shared = {
  from: from.nullish(),
  body: VariableText.nullish(),
  template_id: templateId.nullish(),
  default_country: country.nullish(),
  scheduled_at: ScheduledAt.nullish(),
  rate: rate.nullish(),
  quiet_hours: quietHours.nullish(),
};

const noRecipients = said.noRecipients({ max: maxInlineRows });

/** `POST /api/campaigns`. The entries of `recipients`, which may be thousands, are read by `readRecipients`. */
export const CreateCampaignInput = z
  .object({
    name,
    ...shared,
    recipients: limitedList(z.unknown(), {
      min: 1,
      max: maxInlineRows,
      error: noRecipients,
      tooMany: noRecipients,
    })
      .nullish()
      .meta({ description: `Up to ${maxInlineRows} people.` }),
    group_id: limitedText(64)
      .nullish()
      .meta({
        description: "A group of contacts instead of `recipients`.",
        examples: ["grp_01HQX7Z8RNQK5ZF8TBPNT2YFKA"],
      }),
    dry_run: z.boolean(worded(said.wrongFlag({ name: "dry_run" }))).nullish().meta({
      description: "Check and price everything without keeping or sending it.",
    }),
    start: z.boolean(worded(said.wrongFlag({ name: "start" }))).nullish().meta({
      description:
        "`false` leaves a draft, which needs neither a text nor recipients yet. Default: `true`.",
    }),
  })
  .superRefine((wire, context) => {
    for (const [field, sentence] of conflictsOf(wire)) {
      context.addIssue(wordedIssue(sentence, [field]));
    }
  });

export type CreateCampaignInput = z.output<typeof CreateCampaignInput>;

interface Given {
  from?: unknown;
  body?: unknown;
  template_id?: unknown;
  recipients?: unknown;
  group_id?: unknown;
  dry_run?: unknown;
  start?: unknown;
}

/** What is missing or said twice. */
function conflictsOf(wire: Given): [field: string, sentence: Sentence][] {
  const isGiven = (value: unknown) => value !== undefined && value !== null;
  const isComplete = wire.start !== false || wire.dry_run === true;
  const hasText = isGiven(wire.body) || isGiven(wire.template_id);
  const hasPeople = isGiven(wire.recipients) || isGiven(wire.group_id);
  const found: [boolean, string, Sentence][] = [
    [isGiven(wire.body) && isGiven(wire.template_id), "template_id", said.oneText],
    [isGiven(wire.recipients) && isGiven(wire.group_id), "group_id", said.oneSource],
    [isComplete && !isGiven(wire.from), "from", said.noSender],
    [isComplete && !hasText, "body", said.noText],
    [isComplete && !hasPeople, "recipients", said.noSource],
  ];
  return found.flatMap(([isWrong, field, sentence]) => (isWrong ? [[field, sentence]] : []));
}

/** `PATCH /api/campaigns/{campaign_id}`: what is left out stays. */
export const UpdateCampaignInput = z
  .object({
    name: name.optional(),
    ...shared,
    mapping: limitedList(z.string().max(80).nullable(), {
      max: maxColumns,
      error: said.wrongMapping,
      tooMany: said.wrongMapping,
    })
      .optional()
      .meta({
        description:
          'What each column is: `"to"` for the numbers, once, the name of a variable, or null for none.',
        examples: [["to", "first_name", null]],
      }),
  })
  .refine(
    (wire) => Object.values(wire).some((value) => value !== undefined),
    worded(said.nothingToChange),
  )
  .refine(({ body, template_id }) => !(body && template_id), {
    ...worded(said.oneText),
    path: ["template_id"],
  });

export type UpdateCampaignInput = z.output<typeof UpdateCampaignInput>;
