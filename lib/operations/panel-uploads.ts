import { maxFileBytes } from "../spreadsheets/contract";
import type { PanelUploadPath } from "./panel-contract";

/** The most bytes of each file that the pages send. */
export const panelUploads: Record<PanelUploadPath, number> = {
  "/api/panel/campaigns/{campaign_id}/recipients": maxFileBytes,
};
