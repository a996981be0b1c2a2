import { exportRejected } from "../campaigns/export-rejected";
import { exportRows } from "../campaigns/export-rows";
import { getCampaign } from "../campaigns/get-campaign";
import { ListRowsQuery } from "../campaigns/inputs-contract";
import { listRows } from "../campaigns/list-rows";
import { resultsOfCampaign } from "../campaigns/results-of-campaign";
import { parseInput } from "../core/parse-input";
import type { PanelPath } from "../operations/panel-contract";
import { encodings, separators } from "../spreadsheets/contract";
import { fileResponse } from "./file-response";
import { readQuery } from "./read-query";
import { readSeparator } from "./read-separator";
import { type PanelHandlers, serveUploads } from "./serve-panel";
import { type ReadAs, storeUpload } from "./store-upload";

type CampaignPath = Extract<PanelPath, `/api/panel/campaigns${string}`>;

/** What the pages of campaigns fetch. */
export const panelCampaignHandlers: PanelHandlers<CampaignPath> = {
  "/api/panel/campaigns/{campaign_id}": ({ actor, params }) =>
    getCampaign({ actor, input: { campaignId: params.campaign_id } }),
  async "/api/panel/campaigns/{campaign_id}/rows"({ actor, params, c }) {
    const query = parseInput(ListRowsQuery, readQuery(c.req.raw));
    const rows = await listRows({ actor, input: { ...query, campaignId: params.campaign_id } });
    return { data: rows.data, next_cursor: rows.nextCursor };
  },
  "/api/panel/campaigns/{campaign_id}/results": ({ actor, params }) =>
    resultsOfCampaign({ actor, input: { campaignId: params.campaign_id } }),
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
    const { file_name: fileName, ...query } = readQuery(c.req.raw);
    const input = { campaignId: params.campaign_id, fileName, readAs: readReading(query) };
    return storeUpload({ actor, input, request: c.req.raw });
  },
});

/** How a page asks for a file to be read; what it names and there is not is guessed. */
function readReading({ encoding, separator, header }: Record<string, string>): ReadAs {
  return {
    encoding: encodings.find((each) => each === encoding),
    separator: separators.find((each) => each === separator),
    hasHeader: header === undefined ? undefined : header === "yes",
  };
}
