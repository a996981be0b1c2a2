import { exportRejected } from "../campaigns/export-rejected";
import { exportRows } from "../campaigns/export-rows";
import { getCampaign } from "../campaigns/get-campaign";
import type { PanelPath } from "../operations/panel-contract";
import { fileResponse } from "./file-response";
import { readQuery } from "./read-query";
import { readSeparator } from "./read-separator";
import { type PanelHandlers, serveUploads } from "./serve-panel";
import { storeUpload } from "./store-upload";

type CampaignPath = Extract<PanelPath, `/api/panel/campaigns${string}`>;

/** What the pages of campaigns fetch. */
export const panelCampaignHandlers: PanelHandlers<CampaignPath> = {
  "/api/panel/campaigns/{campaign_id}": ({ actor, params }) =>
    getCampaign({ actor, input: { campaignId: params.campaign_id } }),
  "/api/panel/campaigns/{campaign_id}/recipients.csv"({ actor, params, c }) {
    const input = { campaignId: params.campaign_id, separator: readSeparator(c.req.raw) };
    const reader = { accountId: actor.accountId, method: c.req.method };
    return fileResponse(reader, "recipients.csv", () => exportRows({ actor, input }));
  },
  "/api/panel/campaigns/{campaign_id}/rejected.csv"({ actor, params, c }) {
    const input = { campaignId: params.campaign_id, separator: readSeparator(c.req.raw) };
    const reader = { accountId: actor.accountId, method: c.req.method };
    return fileResponse(reader, "rejected.csv", () => exportRejected({ actor, input }));
  },
};

/** The file of a draft, as a page sends it. */
export const panelUploadRoutes = serveUploads({
  "/api/panel/campaigns/{campaign_id}/recipients"({ actor, params, c }) {
    const { file_name: fileName } = readQuery(c.req.raw);
    const input = { campaignId: params.campaign_id, fileName };
    return storeUpload({ actor, input, request: c.req.raw });
  },
});
