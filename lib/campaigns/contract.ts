import { z } from "zod";
import { messageStatuses } from "../messages/status";
import { maxRecipients } from "../sms/split-numbers";

export const campaignStatuses = [
  "draft",
  "scheduled",
  "running",
  "paused",
  "finished",
  "cancelled",
] as const;

export type CampaignStatus = (typeof campaignStatuses)[number];

/** What the check says of a row; only `ready` rows are sent. */
export const rowStates = [
  "unchecked",
  "ready",
  "empty",
  "invalid",
  "landline",
  "duplicate",
  "opted_out",
  "missing_variable",
  "too_long",
] as const;

export type RowState = (typeof rowStates)[number];

/** Rows inline in a request at most. */
export const maxInlineRows = maxRecipients;

const count = z.int().min(0);

/** What a check found over all rows. */
export const CampaignSummary = z.object({
  counts: z.object({
    rows: count,
    valid: count,
    empty: count,
    invalid: count,
    landline: count,
    duplicate: count,
    opted_out: count,
    missing_variable: count,
    too_long: count,
  }),
  segments: z.array(z.object({ segments: z.int(), people: count })).meta({
    description:
      "How many people get a message of how many segments, over the texts as they are sent.",
  }),
  causes: z
    .array(
      z.object({
        character: z.string(),
        variable: z.string().nullable(),
        people: count,
        segments: z.int(),
      }),
    )
    .meta({
      description:
        "Characters outside GSM-7 that cost people more segments, and the variable they come from; null for the text itself. If a message has several of them, its recipient is counted with each.",
    }),
  credits: count.meta({ description: "What all messages cost." }),
  samples: z
    .array(
      z.object({
        row: z.int(),
        to: z.string(),
        body: z.string(),
        segments: z.int(),
        credits: z.int(),
      }),
    )
    .meta({
      description:
        "Three messages as they would be sent: the shortest, one of the middle, and the longest.",
    }),
});

export type CampaignSummary = z.infer<typeof CampaignSummary>;

/** A campaign as the API and the panel show it. */
export const CampaignView = z.object({
  campaign_id: z.string(),
  name: z.string(),
  status: z.enum(campaignStatuses),
  test: z.boolean().meta({ description: "Whether a test token made it: it costs nothing." }),
  from: z.string(),
  body: z.string().meta({
    description:
      "The text. Empty once it was erased, and after the start if `store_body` is false.",
  }),
  store_body: z.boolean().meta({
    description: "Whether texts are stored. `false` if the request said so.",
  }),
  body_erased_at: z.iso.datetime().nullable().meta({
    description: "When the text and the cells of its rows were erased. Null while they are stored.",
  }),
  columns: z.array(z.string()),
  mapping: z.array(z.string().nullable()),
  default_country: z.string().nullable(),
  file_name: z.string().nullable(),
  rows: count,
  scheduled_at: z.iso.datetime().nullable(),
  rate: z.int().nullable(),
  quiet_hours: z.object({ from: z.string(), until: z.string() }).nullable(),
  is_checked: z
    .boolean()
    .meta({ description: "Whether the check has seen the campaign as it is now." }),
  summary: CampaignSummary.nullable().meta({
    description: "Null while the check is in progress, and before there are rows.",
  }),
  progress: z
    .object({
      people: count.meta({ description: "People the campaign was started for." }),
      waiting: count.meta({ description: "People without a message yet." }),
      statuses: z.record(z.string(), count).meta({ description: "Messages by status." }),
      opted_out: count.meta({
        description: "People who opted out after the start.",
      }),
      not_sent: count.meta({ description: "People that a cancelled campaign did not reach." }),
      submitted: count.meta({ description: "Messages that a carrier has or may have." }),
      messages_per_second: z.number().meta({ description: "Over the last ten seconds." }),
      seconds_left: z.int().nullable(),
    })
    .nullable()
    .meta({ description: "Null before the start." }),
  credits: z.object({ reserved: count, charged: count, refunded: count }),
  wait_reason: z.enum(["quiet_hours", "account"]).nullable(),
  wait_until: z.iso.datetime().nullable(),
  wait_countries: z.array(z.string()).meta({
    description:
      "With `wait_reason` `quiet_hours`, the countries where people wait for them to end, as ISO 3166 has them.",
  }),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  paused_at: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable(),
});

export type CampaignView = z.infer<typeof CampaignView>;

/** What becomes of a row: the status of its message, or why it has none. */
export const rowStatuses = ["waiting", "opted_out", "not_sent", ...messageStatuses] as const;

/** A row of a campaign: one person, what the check says of them, and their message. */
export const RowView = z.object({
  row: z.int().meta({ description: "Its number in the file, the header being row 1." }),
  cells: z.array(z.string()),
  to: z.string().nullable(),
  country: z.string().nullable(),
  state: z.enum(rowStates),
  detail: z.string().nullable().meta({
    description: "What the state is about: the variable, the row it repeats, or the problem.",
  }),
  segments: count,
  credits: count,
  client_ref: z.string().nullable(),
  message_id: z.string().nullable(),
  status: z.enum(rowStatuses).nullable().meta({ description: "Null before the start." }),
  reason: z.string().nullable(),
});

export type RowView = z.infer<typeof RowView>;

/** A page of rows, in their order. */
export const RowPage = z.object({ data: z.array(RowView), next_cursor: z.string().nullable() });

/** A page of campaigns, newest first. */
export const CampaignPage = z.object({
  data: z.array(CampaignView),
  next_cursor: z.string().nullable(),
});
