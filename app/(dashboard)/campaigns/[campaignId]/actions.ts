"use server";

import { redirect } from "next/navigation";
import { accountAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { cancelCampaign } from "@/lib/campaigns/cancel-campaign";
import { copyFailed } from "@/lib/campaigns/copy-failed";
import { deleteDraft as dropDraft } from "@/lib/campaigns/delete-draft";
import { duplicateCampaign } from "@/lib/campaigns/duplicate-campaign";
import { pauseCampaign } from "@/lib/campaigns/pause-campaign";
import { resumeCampaign } from "@/lib/campaigns/resume-campaign";
import { sendSample } from "@/lib/campaigns/send-sample";
import { startCampaign } from "@/lib/campaigns/start-campaign";
import { storeContacts } from "@/lib/campaigns/store-contacts";
import { updateCampaign } from "@/lib/campaigns/update-campaign";
import { createGroup } from "@/lib/contacts/create-group";
import { importContacts } from "@/lib/contacts/import-contacts";
import { membersOf } from "@/lib/contacts/members-of";
import { namesOfFields } from "@/lib/contacts/names-of-fields";
import { AppError } from "@/lib/core/errors";
import { invalidFields } from "@/lib/core/invalid-fields";
import { coreSentences } from "@/lib/core/sentences";
import { readNumber } from "@/lib/numbers/read-number";
import { getDefaultCountry } from "@/lib/preferences/default-country";
import { getOwnNumber, saveOwnNumber } from "@/lib/preferences/own-number";
import { contactsOf } from "./contacts-of";

/** Longer than every field of a draft at its longest. */
const maxChangesLength = 60_000;

/** Keeps what was changed of a draft. */
export const saveDraft = accountAction(async (form, { actor }) => {
  const text = textOf(form, "changes");
  if (text.length > maxChangesLength) {
    throw new AppError("invalid_request", coreSentences.wrongFields);
  }
  const input = { campaignId: textOf(form, "campaign_id"), wanted: JSON.parse(text || "{}") };
  return updateCampaign({ actor, input });
});

/** Puts the contacts of a group into a draft, in the place of the rows it had. */
export const takeGroup = accountAction(async (form, { actor }) => {
  const { names } = await namesOfFields({ actor });
  const contacts = membersOf({ actor, input: { groupId: textOf(form, "group_id") } });
  const input = { campaignId: textOf(form, "campaign_id"), fields: names, contacts };
  return storeContacts({ actor, input });
});

/** Keeps the people of a draft as a new group of contacts. */
export const keepAsGroup = accountAction(async (form, { actor }) => {
  const { group_id, name } = await createGroup({ actor, input: { name: textOf(form, "name") } });
  const { country, rows } = await contactsOf(actor, textOf(form, "campaign_id"));
  await importContacts({ actor, input: { rows, groupId: group_id, country } });
  return { name };
});

/** Sends the text of one row to the reader's own number, which is kept when it is given. */
export const sendTest = accountAction(async (form, { actor }) => {
  const given = textOf(form, "number").trim();
  const reading = given
    ? readNumber(given, await getDefaultCountry({ actor }))
    : { to: (await getOwnNumber({ actor })) ?? "" };
  if (!("to" in reading)) throw invalidFields({ number: [reading.sentence] });
  const { message_id, to } = await sendSample({
    actor,
    input: {
      campaignId: textOf(form, "campaign_id"),
      to: reading.to,
      row: Number(textOf(form, "row")) || undefined,
      key: textOf(form, "key") || undefined,
    },
  });
  if (given) await saveOwnNumber({ actor, input: { number: to } });
  return { to, messageId: message_id };
});

export const start = accountAction((form, { actor }) =>
  startCampaign({ actor, input: { campaignId: textOf(form, "campaign_id") } }),
);

export const pause = accountAction((form, { actor }) =>
  pauseCampaign({ actor, input: { campaignId: textOf(form, "campaign_id") } }),
);

export const resume = accountAction((form, { actor }) =>
  resumeCampaign({ actor, input: { campaignId: textOf(form, "campaign_id") } }),
);

export const cancel = accountAction((form, { actor }) =>
  cancelCampaign({ actor, input: { campaignId: textOf(form, "campaign_id") } }),
);

/** Changes how fast a campaign goes, also while it runs. */
export const changeRate = accountAction((form, { actor }) => {
  const rate = textOf(form, "rate").trim();
  const wanted = { rate: rate === "" ? null : Number(rate) };
  return updateCampaign({ actor, input: { campaignId: textOf(form, "campaign_id"), wanted } });
});

/** Makes a draft like this one and opens it. */
export const duplicate = accountAction(async (form, { actor }) => {
  const input = { campaignId: textOf(form, "campaign_id") };
  const { campaign_id } = await duplicateCampaign({ actor, input });
  redirect(`/campaigns/${campaign_id}`);
});

/** Makes a draft for those that this one did not reach and opens it. */
export const sendToFailed = accountAction(async (form, { actor }) => {
  const { campaign_id } = await copyFailed({
    actor,
    input: { campaignId: textOf(form, "campaign_id") },
  });
  redirect(`/campaigns/${campaign_id}`);
});

/** Removes a draft. */
export const deleteDraft = accountAction(async (form, { actor }) => {
  await dropDraft({ actor, input: { campaignId: textOf(form, "campaign_id") } });
  redirect("/campaigns");
});

function textOf(form: FormInput, field: string): string {
  const value = form[field];
  return typeof value === "string" ? value : "";
}
