import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { worded } from "../core/worded";
import { messageStatuses } from "../messages/status";
import { CampaignSummary, CampaignView, campaignStatuses, rowStates } from "./contract";
import { campaignRequestSentences as said } from "./request-sentences";

const limit = z.coerce
  .number(worded(said.wrongLimit))
  .int(worded(said.wrongLimit))
  .min(1, worded(said.wrongLimit))
  .max(1000, worded(said.wrongLimit))
  .default(50)
  .meta({ description: "Maximum number of results per page.", examples: [50] });

const cursor = limitedText(300, { tooLong: said.wrongCursor })
  .optional()
  .meta({ description: "`next_cursor` of the previous page, with the same filter." });

const nextCursor = z
  .string()
  .nullable()
  .meta({ description: "`cursor` of the next page; null when this is the last." });

/** A row that isn't sent, and why. */
export const RejectedRow = z.object({
  row: z.int().meta({
    description:
      "Its number: in `recipients` from 1, in a file as the spreadsheet shows it, the header being row 1.",
    examples: [3],
  }),
  to: z.string().meta({ description: "The number as it was given.", examples: ["48221234567"] }),
  code: z.enum(rowStates).meta({ description: "Why, for programs.", examples: ["landline"] }),
  errors: z
    .array(z.string())
    .meta({ description: "Why, for people.", examples: [["This is a landline."]] }),
});

export type RejectedRow = z.infer<typeof RejectedRow>;

/** The answer to `POST /api/campaigns`. */
export const CreatedCampaign = z.object({
  campaign_id: z
    .string()
    .nullable()
    .meta({
      description: "ID of the campaign. Null for a dry run.",
      examples: ["cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA"],
    }),
  status: z
    .enum(["draft", "scheduled", "running", "dry_run"])
    .meta({ description: "What became of it." }),
  counts: CampaignSummary.shape.counts.meta({ description: "How many rows are what." }),
  segments: z.int().meta({ description: "Segments of all messages." }),
  credits: z.int().meta({ description: "Credits of all messages, charged at the start." }),
  rejected: z
    .array(RejectedRow)
    .meta({ description: "The first 100 rows that aren't sent. The others are." }),
});

export type CreatedCampaign = z.infer<typeof CreatedCampaign>;

/** The query of `GET /api/campaigns`. */
export const ListCampaignsQuery = z.object({
  status: z
    .enum(campaignStatuses, worded(said.wrongStatus({ statuses: campaignStatuses.join(", ") })))
    .optional()
    .meta({ description: "Only campaigns with this status.", examples: ["running"] }),
  limit,
  cursor,
});

export type ListCampaignsQuery = z.output<typeof ListCampaignsQuery>;

/** A page of campaigns, newest first. */
export const CampaignPage = z.object({ data: z.array(CampaignView), next_cursor: nextCursor });

/** What a row is, beyond the statuses of its message. */
export const recipientStatuses = [
  "unchecked",
  "waiting",
  "rejected",
  "refused",
  "not_sent",
  ...messageStatuses,
] as const;

export type RecipientStatus = (typeof recipientStatuses)[number];

/** A row of a campaign, and what became of it. */
export const RecipientView = z.object({
  row: RejectedRow.shape.row,
  to: z.string().meta({
    description: "The number in E.164; as it was given where it is none.",
    examples: ["48732129000"],
  }),
  message_id: z.string().nullable().meta({ description: "ID of its message, once there is one." }),
  status: z.enum(recipientStatuses).meta({
    description:
      "The status of its message. Before there is one: `unchecked`, `waiting` for its turn, `rejected` by the check, `refused` since the start, or `not_sent` because the campaign was cancelled.",
  }),
  reason: z.string().nullable().meta({
    description:
      "Why it isn't sent, such as `landline` or `opted_out`, or the reason of its message.",
  }),
  segments: z.int().meta({ description: "Segments of its message." }),
  credits: z.int().meta({ description: "Credits of its message." }),
  client_ref: z.string().nullable().meta({ description: "Your own reference." }),
});

export type RecipientView = z.infer<typeof RecipientView>;

/** The query of `GET /api/campaigns/{campaign_id}/recipients`. */
export const ListRecipientsQuery = z.object({
  status: z
    .enum(recipientStatuses, worded(said.wrongStatus({ statuses: recipientStatuses.join(", ") })))
    .optional()
    .meta({ description: "Only rows with this status.", examples: ["failed"] }),
  limit,
  cursor,
});

export type ListRecipientsQuery = z.output<typeof ListRecipientsQuery>;

/** A page of rows, in their order. */
export const RecipientPage = z.object({ data: z.array(RecipientView), next_cursor: nextCursor });
