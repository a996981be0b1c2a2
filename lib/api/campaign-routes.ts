import { cancelCampaign } from "../campaigns/cancel-campaign";
import { deleteDraft } from "../campaigns/delete-draft";
import { getCampaign } from "../campaigns/get-campaign";
import { listCampaigns } from "../campaigns/list-campaigns";
import { listRows } from "../campaigns/list-rows";
import { pauseCampaign } from "../campaigns/pause-campaign";
import { resumeCampaign } from "../campaigns/resume-campaign";
import { startCampaign } from "../campaigns/start-campaign";
import { ChangeCampaignInput } from "../campaigns/submit-contract";
import { updateCampaign } from "../campaigns/update-campaign";
import { parseInput } from "../core/parse-input";
import { campaignOperations } from "../operations/campaign-operations";
import { campaignRunOperations } from "../operations/campaign-run-operations";
import { readTemplate } from "./campaign-sources";
import { receiveCampaign } from "./receive-campaign";
import { demandFile } from "./receive-file";
import { serve } from "./serve";
import { storeUpload } from "./store-upload";
import { withHeaderKey } from "./with-header-key";

/** `/api/campaigns`: create, fill, read, and change campaigns. */
export const campaignRoutes = serve(campaignOperations, {
  async createCampaign({ token: actor, body, c }) {
    const key = c.req.header("idempotency-key");
    const read = async () => withHeaderKey(await body(), key);
    const { answer, isReplay } = await receiveCampaign({ actor, request: c.req.raw, read });
    if (isReplay) c.header("Idempotent-Replayed", "true");
    return c.json(answer, answer.status === "dry_run" ? 200 : 201);
  },
  async listCampaigns({ token: actor, query }) {
    const { data, nextCursor } = await listCampaigns({ actor, input: query });
    return { data, next_cursor: nextCursor };
  },
  getCampaign: ({ token: actor, params }) =>
    getCampaign({ actor, input: { campaignId: params.campaign_id } }),
  async updateCampaign({ token: actor, params, body }) {
    const { template_id, ...wanted } = await body();
    const { template_id: templateId } = parseInput(ChangeCampaignInput, { ...wanted, template_id });
    const text = templateId ? { body: await readTemplate(actor, templateId) } : {};
    const input = { campaignId: params.campaign_id, wanted: { ...wanted, ...text } };
    return updateCampaign({ actor, input });
  },
  async deleteCampaign({ token: actor, params }) {
    await deleteDraft({ actor, input: { campaignId: params.campaign_id } });
    return undefined;
  },
  async uploadRecipients({ token: actor, params, query, c }) {
    demandFile(c.req.raw);
    const input = { campaignId: params.campaign_id, fileName: query.file_name };
    return (await storeUpload({ actor, input, request: c.req.raw })).campaign;
  },
  async listRecipients({ token: actor, params, query }) {
    const input = { ...query, campaignId: params.campaign_id };
    const { data, nextCursor } = await listRows({ actor, input });
    return { data, next_cursor: nextCursor };
  },
});

/** `/api/campaigns/{campaign_id}/start` and the others that change what it does. */
export const campaignRunRoutes = serve(campaignRunOperations, {
  startCampaign: ({ token: actor, params }) =>
    startCampaign({ actor, input: { campaignId: params.campaign_id } }),
  pauseCampaign: ({ token: actor, params }) =>
    pauseCampaign({ actor, input: { campaignId: params.campaign_id } }),
  resumeCampaign: ({ token: actor, params }) =>
    resumeCampaign({ actor, input: { campaignId: params.campaign_id } }),
  cancelCampaign: ({ token: actor, params }) =>
    cancelCampaign({ actor, input: { campaignId: params.campaign_id } }),
});
