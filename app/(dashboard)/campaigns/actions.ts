"use server";

import { redirect } from "next/navigation";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { accountAction } from "@/lib/actions/account-action";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { dateFormat } from "@/lib/language/formats";
import { getDefaultCountry } from "@/lib/preferences/default-country";
import { readerZone } from "../reader-zone";
import { campaignWords } from "./words";

/** Makes an empty draft, named by the moment until somebody gives it a better name, and opens it. */
export const create = accountAction(async (_form, { actor }) => {
  const [words, language, { zone }, country] = await Promise.all([
    wordsOf(campaignWords),
    currentLanguage(),
    readerZone(actor),
    getDefaultCountry({ actor }),
  ]);
  const clock = { dateStyle: "medium", timeStyle: "short", timeZone: zone } as const;
  const now = dateFormat(language, clock).format(new Date());
  const input = { name: words.nameOf(now), default_country: country };
  const { campaign_id } = await createCampaign({ actor, input });
  redirect(`/campaigns/${campaign_id}`);
});
