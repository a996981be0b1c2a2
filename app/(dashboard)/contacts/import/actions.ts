"use server";

import { redirect } from "next/navigation";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { accountAction } from "@/lib/actions/account-action";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { deleteDraft } from "@/lib/campaigns/delete-draft";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { createGroup } from "@/lib/contacts/create-group";
import { importContacts } from "@/lib/contacts/import-contacts";
import { dateFormat } from "@/lib/language/formats";
import { getDefaultCountry } from "@/lib/preferences/default-country";
import { contactsOf } from "../../campaigns/[campaignId]/contacts-of";
import { readerZone } from "../../reader-zone";
import { importWords } from "./words";

/** Rows that are named with what is wrong with them. */
const shownErrors = 10;

/** Makes the draft that the file is uploaded to, and opens the page of the import. */
export const begin = accountAction(async (_form, { actor }) => {
  const [words, language, { zone }, country] = await Promise.all([
    wordsOf(importWords),
    currentLanguage(),
    readerZone(actor),
    getDefaultCountry({ actor }),
  ]);
  const clock = { dateStyle: "medium", timeStyle: "short", timeZone: zone } as const;
  const now = dateFormat(language, clock).format(new Date());
  const input = { name: words.nameOf(now), default_country: country };
  const { campaign_id } = await createCampaign({ actor, input });
  redirect(`/contacts/import/${campaign_id}`);
});

/** Makes contacts of the rows of a draft, in a new group if one is named, and removes the draft. */
export const importDraft = accountAction(async (form, { actor }) => {
  const [campaignId, name] = [form["campaign_id"], form["name"]].map(String) as [string, string];
  const { columns } = await getCampaign({ actor, input: { campaignId } });
  const group = name.trim() === "" ? null : await createGroup({ actor, input: { name } });
  const { country, rows } = await contactsOf(actor, campaignId);
  const { added, merged, rejected, errors } = await importContacts({
    actor,
    input: { rows, groupId: group?.group_id, country },
  });
  await deleteDraft({ actor, input: { campaignId } });
  const language = await currentLanguage();
  // As a spreadsheet counts: the names of the columns are row 1.
  const first = columns.some((each) => each !== "") ? 2 : 1;
  const shown = errors.slice(0, shownErrors);
  return {
    added,
    merged,
    rejected,
    errors: shown.map((each) => ({ row: first + each.index, why: each.sentence.in(language) })),
  };
});
