"use server";

import { redirect } from "next/navigation";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { absoluteTime } from "@/components/ui/time-words";
import { accountAction } from "@/lib/actions/account-action";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { getDefaultCountry } from "@/lib/preferences/default-country";
import { getProfile } from "@/lib/preferences/get-profile";
import { campaignWords } from "./words";

/** Makes an empty draft, named by the moment until somebody gives it a better name, and opens it. */
export const create = accountAction(async (_form, { actor }) => {
  const [words, language, profile, country] = await Promise.all([
    wordsOf(campaignWords),
    currentLanguage(),
    getProfile({ actor }),
    getDefaultCountry({ actor }),
  ]);
  const now = absoluteTime(new Date().toISOString(), profile.time_zone || "UTC", language);
  const input = { name: words.nameOf(now), default_country: country };
  const { campaign_id } = await createCampaign({ actor, input });
  redirect(`/campaigns/${campaign_id}`);
});
