import { z } from "zod";
import { limitedText } from "../core/limited-text";
import type { Sentence } from "../core/sentence";
import { worded, wordedIssue } from "../core/worded";
import { CampaignSummary, rowStates } from "./contract";
import { CreateCampaignInput, RecipientsInput, UpdateCampaignInput } from "./inputs-contract";
import { submitSentences as said } from "./sentences";

const TemplateId = limitedText(64)
  .nullish()
  .meta({
    description: "A template instead of `body`: its text as it is now.",
    examples: ["tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA"],
  });

const flag = (name: string) => z.boolean(worded(said.wrongFlag({ name }))).nullish();

/** `POST /api/campaigns`: a campaign with its people, started at once unless it says otherwise. */
export const SubmitCampaignInput = CreateCampaignInput.extend({
  template_id: TemplateId,
  recipients: RecipientsInput.nullish().meta({
    description: "Up to 10,000 people. Variables of the text get their values here.",
  }),
  group_id: limitedText(64)
    .nullish()
    .meta({
      description: "A group of contacts instead of `recipients`: who is in it now.",
      examples: ["grp_01HQX7Z8RNQK5ZF8TBPNT2YFKA"],
    }),
  dry_run: flag("dry_run").meta({
    description: "Check and price everything without keeping or sending it.",
  }),
  start: flag("start").meta({
    description:
      "`false` leaves a draft, which needs neither a text nor recipients yet. Default: `true`.",
  }),
}).superRefine((wire, context) => {
  for (const [field, sentence] of problemsOf(wire)) {
    context.addIssue(wordedIssue(sentence, [field]));
  }
});

export type SubmitCampaignInput = z.output<typeof SubmitCampaignInput>;

interface Given {
  from?: string | undefined;
  body?: string | undefined;
  template_id?: string | null | undefined;
  recipients?: unknown[] | null | undefined;
  group_id?: string | null | undefined;
  dry_run?: boolean | null | undefined;
  start?: boolean | null | undefined;
}

/** What is missing, or said twice. */
function problemsOf(wire: Given): [field: string, sentence: Sentence][] {
  const { from = "", body = "", template_id = null, recipients = null, group_id = null } = wire;
  const isWhole = wire.start !== false || wire.dry_run === true;
  const found: [isWrong: boolean, field: string, sentence: Sentence][] = [
    [body !== "" && template_id !== null, "template_id", said.oneText],
    [recipients !== null && group_id !== null, "group_id", said.oneSource],
    [isWhole && from === "", "from", said.noSender],
    [isWhole && body === "" && template_id === null, "body", said.noText],
    [isWhole && group_id === null && (recipients ?? []).length === 0, "recipients", said.noSource],
  ];
  return found.flatMap(([isWrong, field, sentence]) => (isWrong ? [[field, sentence]] : []));
}

/** `PATCH /api/campaigns/{campaign_id}`: what is left out stays. */
export const ChangeCampaignInput = UpdateCampaignInput.extend({ template_id: TemplateId })
  .refine(
    (wire) => Object.values(wire).some((value) => value !== undefined),
    worded(said.nothingToChange),
  )
  .refine(({ body, template_id }) => !(body && template_id), {
    ...worded(said.oneText),
    path: ["template_id"],
  });

/** A row that isn't sent, and why. */
export const RejectedRow = z.object({
  row: z.int().meta({
    description:
      "Its number: in `recipients` from 1, in a file as a spreadsheet shows it, the header being row 1.",
    examples: [2],
  }),
  to: z.string().meta({ description: "The number, unchanged.", examples: ["48221234567"] }),
  code: z.enum(rowStates).meta({ description: "Why, for programs.", examples: ["landline"] }),
  errors: z.array(z.string()).meta({ description: "Why, for people." }),
});

export type RejectedRow = z.infer<typeof RejectedRow>;

/** The answer to `POST /api/campaigns`. */
export const SubmittedCampaign = z.object({
  campaign_id: z
    .string()
    .nullable()
    .meta({
      description: "ID of the campaign. Null for a dry run.",
      examples: ["cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA"],
    }),
  status: z
    .enum(["draft", "scheduled", "running", "paused", "finished", "cancelled", "dry_run"])
    .meta({
      description:
        "`running`, or `scheduled` if it has a time; `draft` with `start: false`; `dry_run`. A repeated request gets what it is now.",
    }),
  counts: CampaignSummary.shape.counts.meta({ description: "How many rows are what." }),
  segments: z.int().meta({ description: "Segments of all messages." }),
  credits: z.int().meta({ description: "Credits of all messages, charged at the start." }),
  rejected: z
    .array(RejectedRow)
    .meta({ description: "The first 100 rows that aren't sent. The others are." }),
});

export type SubmittedCampaign = z.infer<typeof SubmittedCampaign>;
