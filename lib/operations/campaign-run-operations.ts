import { CampaignView } from "../campaigns/contract";
import { cancelledCampaign, pausedCampaign, runningCampaign } from "./campaign-examples";
import { CampaignParams } from "./campaign-operations";
import type { Operation } from "./operation";

const startCampaign = {
  id: "startCampaign",
  method: "post",
  path: "/api/campaigns/{campaign_id}/start",
  tag: "Campaigns",
  summary: "Start a draft",
  description:
    "Charges the credits of all rows that can be sent and starts the campaign, or schedules it when it has a time. You can repeat the request.",
  scope: "send",
  params: CampaignParams,
  answers: {
    200: {
      description: "The campaign.",
      schema: CampaignView,
      examples: [{ name: "running", summary: "Started", value: runningCampaign }],
    },
  },
  errors: [
    "insufficient_credits",
    "spend_limit_reached",
    "sender_not_approved",
    "not_found",
    "conflict",
    "invalid_request",
  ],
} satisfies Operation;

const pauseCampaign = {
  id: "pauseCampaign",
  method: "post",
  path: "/api/campaigns/{campaign_id}/pause",
  tag: "Campaigns",
  summary: "Pause a campaign",
  description:
    "Within two seconds no more of its messages leave. `progress.submitted` is the number of those that carriers already have. You can repeat the request.",
  scope: "send",
  params: CampaignParams,
  answers: {
    200: {
      description: "The campaign.",
      schema: CampaignView,
      examples: [{ name: "paused", summary: "Paused", value: pausedCampaign }],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const resumeCampaign = {
  id: "resumeCampaign",
  method: "post",
  path: "/api/campaigns/{campaign_id}/resume",
  tag: "Campaigns",
  summary: "Resume a campaign",
  description:
    "Goes on where the pause stopped it. The validity of messages that waited begins anew. You can repeat the request.",
  scope: "send",
  params: CampaignParams,
  answers: {
    200: {
      description: "The campaign.",
      schema: CampaignView,
      examples: [{ name: "running", summary: "Running again", value: runningCampaign }],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const cancelCampaign = {
  id: "cancelCampaign",
  method: "post",
  path: "/api/campaigns/{campaign_id}/cancel",
  tag: "Campaigns",
  summary: "Cancel a campaign",
  description:
    "Ends a campaign for good and refunds exactly what had not left. Messages that a carrier has are delivered and reported as usual. You can repeat the request.",
  scope: "send",
  params: CampaignParams,
  answers: {
    200: {
      description: "The campaign.",
      schema: CampaignView,
      examples: [{ name: "cancelled", summary: "Cancelled", value: cancelledCampaign }],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

/** What is done with a campaign: start, pause, resume, and cancel it. */
export const campaignRunOperations = {
  startCampaign,
  pauseCampaign,
  resumeCampaign,
  cancelCampaign,
};
