import { z } from "zod";
import { CampaignPage, CampaignView, RowPage } from "../campaigns/contract";
import { ListCampaignsQuery, ListRowsQuery } from "../campaigns/inputs-contract";
import { ChangeCampaignInput, SubmittedCampaign } from "../campaigns/submit-contract";
import { maxFileBytes } from "../spreadsheets/contract";
import {
  createdCampaign,
  draftCampaign,
  exampleCampaignId,
  exampleFile,
  exampleRecipients,
  filledCampaign,
  newCampaign,
  runningCampaign,
} from "./campaign-examples";
import { exampleKey, later } from "./examples";
import { NewCampaign } from "./new-campaign";
import type { Operation } from "./operation";

export const CampaignParams = z.object({
  campaign_id: z
    .string()
    .meta({ description: "ID of the campaign.", param: { example: exampleCampaignId } }),
});

const createCampaign = {
  id: "createCampaign",
  method: "post",
  path: "/api/campaigns",
  tag: "Campaigns",
  summary: "Create and start a campaign",
  description:
    "One text to many people, each with their own values for its variables. Every row is checked and priced first; rows that can't be sent are reported, and the others are charged together and sent. With an idempotency key, repeating the request makes one campaign. For more than 10,000 people, leave a draft (`start: false`), upload a file, and start it.",
  scope: "send",
  headers: z.object({
    "Idempotency-Key": z
      .string()
      .optional()
      .meta({
        description: "A UUID v4, bare or quoted. A repeated request gets the first response.",
        param: { example: exampleKey },
      }),
  }),
  body: {
    schema: NewCampaign,
    maxBytes: 8_388_608,
    examples: [
      { name: "now", summary: "Start now", value: newCampaign },
      {
        name: "scheduled",
        summary: "Start later, with a rate and quiet hours",
        value: {
          ...newCampaign,
          scheduled_at: later,
          rate: 20,
          quiet_hours: { from: "21:00", until: "08:00" },
        },
      },
      {
        name: "draft",
        summary: "Leave a draft",
        value: { name: "May sale", from: "YourBrand", body: newCampaign.body, start: false },
      },
      {
        name: "dry_run",
        summary: "Check and price without sending",
        value: { ...newCampaign, dry_run: true },
      },
    ],
  },
  answers: {
    200: {
      description: "What a dry run found. Nothing was kept.",
      schema: SubmittedCampaign,
      examples: [
        {
          name: "dry_run",
          summary: "Check and price without sending",
          value: { ...createdCampaign, campaign_id: null, status: "dry_run" },
        },
      ],
    },
    201: {
      description: "The campaign, and which rows aren't sent.",
      schema: SubmittedCampaign,
      headers: ["Idempotent-Replayed"],
      examples: [
        { name: "now", summary: "Start now", value: createdCampaign },
        {
          name: "scheduled",
          summary: "Start later, with a rate and quiet hours",
          value: { ...createdCampaign, status: "scheduled" },
        },
      ],
    },
  },
  errors: [
    "insufficient_credits",
    "spend_limit_reached",
    "sender_not_approved",
    "conflict",
    "idempotency_mismatch",
  ],
} satisfies Operation;

const listCampaigns = {
  id: "listCampaigns",
  method: "get",
  path: "/api/campaigns",
  tag: "Campaigns",
  summary: "List campaigns",
  description: "Campaigns of the account, newest first. A test token lists its test campaigns.",
  scope: "read",
  query: ListCampaignsQuery,
  answers: {
    200: {
      description: "A page of campaigns.",
      schema: CampaignPage,
      examples: [
        {
          name: "page",
          summary: "One campaign",
          value: { data: [runningCampaign], next_cursor: null },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const getCampaign = {
  id: "getCampaign",
  method: "get",
  path: "/api/campaigns/{campaign_id}",
  tag: "Campaigns",
  summary: "Get a campaign and its progress",
  description:
    "The campaign, what the check of its rows found (`summary`, null while it is in progress), and after the start how far it is (`progress`).",
  scope: "read",
  params: CampaignParams,
  answers: {
    200: {
      description: "The campaign.",
      schema: CampaignView,
      examples: [{ name: "running", summary: "While it runs", value: runningCampaign }],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const updateCampaign = {
  id: "updateCampaign",
  method: "patch",
  path: "/api/campaigns/{campaign_id}",
  tag: "Campaigns",
  summary: "Change a campaign",
  description:
    "Changes any field of a draft. Later only `rate`, `quiet_hours`, and `name` can change, also while it runs.",
  scope: "send",
  params: CampaignParams,
  body: {
    schema: ChangeCampaignInput,
    maxBytes: 65_536,
    examples: [
      {
        name: "hours",
        summary: "A rate and quiet hours",
        value: { rate: 20, quiet_hours: { from: "21:00", until: "08:00" } },
      },
    ],
  },
  answers: {
    200: {
      description: "The campaign.",
      schema: CampaignView,
      examples: [{ name: "hours", summary: "A rate and quiet hours", value: draftCampaign }],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const deleteCampaign = {
  id: "deleteCampaign",
  method: "delete",
  path: "/api/campaigns/{campaign_id}",
  tag: "Campaigns",
  summary: "Delete a draft",
  description:
    "Deletes a draft with its rows, also one that was cancelled before its start. A campaign that was started or scheduled can't be deleted, even after it was cancelled (409).",
  scope: "send",
  params: CampaignParams,
  answers: { 204: { description: "Deleted." } },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const uploadRecipients = {
  id: "uploadRecipients",
  method: "post",
  path: "/api/campaigns/{campaign_id}/recipients",
  tag: "Campaigns",
  summary: "Upload the recipients of a draft",
  description:
    "Takes a CSV or XLSX file of at most 100,000 rows and 100 columns; its first row are the names of the columns. Encoding and delimiter are recognized. The rows replace those the draft had; if the file can't be read, they stay. `mapping` contains the column of the numbers and the variables, as suggested by the names; change it with `PATCH`.",
  scope: "send",
  params: CampaignParams,
  query: z.object({
    file_name: z
      .string()
      .max(255)
      .optional()
      .meta({ description: "The name of the file, to show.", examples: ["customers.csv"] }),
  }),
  body: {
    schema: z.string(),
    mediaTypes: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    maxBytes: maxFileBytes,
    examples: [{ name: "csv", summary: "Two rows", value: exampleFile }],
  },
  answers: {
    200: {
      description: "The draft with its new rows, which are checked next.",
      schema: CampaignView,
      examples: [{ name: "csv", summary: "Two rows", value: filledCampaign }],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const listRecipients = {
  id: "listRecipients",
  method: "get",
  path: "/api/campaigns/{campaign_id}/recipients",
  tag: "Campaigns",
  summary: "List the recipients of a campaign",
  description: "A row each, in the order of the file, with the message it became.",
  scope: "read",
  params: CampaignParams,
  query: ListRowsQuery,
  answers: {
    200: {
      description: "A page of rows.",
      schema: RowPage,
      examples: [
        {
          name: "page",
          summary: "Two rows",
          value: { data: exampleRecipients, next_cursor: null },
        },
      ],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

/** `/api/campaigns`: create, fill, read, and change campaigns. */
export const campaignOperations = {
  createCampaign,
  listCampaigns,
  getCampaign,
  updateCampaign,
  deleteCampaign,
  uploadRecipients,
  listRecipients,
};
