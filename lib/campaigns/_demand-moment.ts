import { invalidFields } from "../core/invalid-fields";
import type { Campaign } from "./_find-campaign";
import { isAlwaysQuiet } from "./_quiet-hours";
import { campaignSentences } from "./sentences";

type Hours = Pick<Campaign, "countries" | "quietFrom" | "quietUntil">;

/** Throws invalid_request where the quiet hours of a campaign never end in one of its countries. */
export function demandMoment({ countries, quietFrom: from, quietUntil: until }: Hours): void {
  if (from === null || until === null) return;
  const never = countries.filter((each) => isAlwaysQuiet(each, { from, until }, new Date()));
  if (never.length === 0) return;
  const where = never.toSorted().join(", ");
  throw invalidFields({ quiet_hours: [campaignSentences.alwaysQuiet({ where })] });
}
