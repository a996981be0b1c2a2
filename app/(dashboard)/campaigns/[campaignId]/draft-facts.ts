import type { CampaignView } from "@/lib/campaigns/contract";

/** What a draft can be asked to change; each field is saved by itself. */
export type DraftChanges = Partial<
  Pick<
    CampaignView,
    | "name"
    | "from"
    | "body"
    | "mapping"
    | "default_country"
    | "scheduled_at"
    | "rate"
    | "quiet_hours"
  >
>;

/** A row as it was uploaded, and what the check found. */
export interface DraftRow {
  row: number;
  cells: string[];
  detail: string | null;
}

/** What the page of a draft offers beside the draft itself. */
export interface DraftChoices {
  balance: number;
  ownNumber: string | null;
  templates: { template_id: string; name: string; body: string }[];
  groups: { group_id: string; name: string; contacts: number }[];
  /** Countries by their two letters. */
  countries: { value: string; label: string }[];
}
