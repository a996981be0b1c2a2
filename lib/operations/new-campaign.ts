import { SubmitCampaignInput } from "../campaigns/submit-contract";

/** A campaign to create, named in the document. */
export const NewCampaign = SubmitCampaignInput.meta({ id: "NewCampaign" });
