import { currentLanguage } from "@/components/language/current-language";
import { ListGroupsQuery } from "@/lib/contacts/group-contract";
import { listGroups } from "@/lib/contacts/list-groups";
import type { UserActor } from "@/lib/core/actor";
import { getBalance } from "@/lib/credits/get-balance";
import { listCountries } from "@/lib/numbers/list-countries";
import { getOwnNumber } from "@/lib/preferences/own-number";
import { ListTemplatesQuery } from "@/lib/templates/contract";
import { listTemplates } from "@/lib/templates/list-templates";
import type { DraftChoices } from "./draft-facts";

const shownAtMost = 200;

/** What the page of a draft offers to choose from. */
export async function readChoices(actor: UserActor): Promise<DraftChoices> {
  const language = await currentLanguage();
  const [balance, ownNumber, templates, groups] = await Promise.all([
    getBalance({ actor }),
    getOwnNumber({ actor }),
    listTemplates({ actor, input: ListTemplatesQuery.parse({ limit: shownAtMost }) }),
    listGroups({ actor, input: ListGroupsQuery.parse({ limit: shownAtMost }) }),
  ]);
  const names = new Intl.DisplayNames(language, { type: "region" });
  const countries = listCountries()
    .map(({ country, code }) => ({ value: country, label: `${names.of(country)} (+${code})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  return {
    balance,
    ownNumber,
    templates: templates.data.map(({ template_id, name, body }) => ({ template_id, name, body })),
    groups: groups.data.map(({ group_id, name, contacts }) => ({ group_id, name, contacts })),
    countries,
  };
}
