import { isSupportedCountry } from "libphonenumber-js/max";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { listRows } from "@/lib/campaigns/list-rows";
import type { ImportedRow } from "@/lib/contacts/import-contacts";
import type { UserActor } from "@/lib/core/actor";
import type { Country } from "@/lib/numbers/reading";

const pageSize = 1000;

/** The people of a campaign as contacts: their numbers, the values of its variables, and where the numbers belong. */
export async function contactsOf(
  actor: UserActor,
  campaignId: string,
): Promise<{ country: Country | null; rows: AsyncIterable<ImportedRow> }> {
  const { mapping, default_country: code } = await getCampaign({ actor, input: { campaignId } });
  const country = code !== null && isSupportedCountry(code) ? code : null;
  return { country, rows: readContacts(actor, { campaignId, mapping }) };
}

interface Source {
  campaignId: string;
  mapping: readonly (string | null)[];
}

async function* readContacts(
  actor: UserActor,
  { campaignId, mapping }: Source,
): AsyncGenerator<ImportedRow, undefined> {
  let cursor: string | undefined;
  do {
    const page = await listRows({ actor, input: { campaignId, limit: pageSize, cursor } });
    for (const { cells } of page.data) yield toContact(cells, mapping);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function toContact(cells: readonly string[], mapping: Source["mapping"]): ImportedRow {
  const fields: Record<string, string> = {};
  for (const [place, use] of mapping.entries()) {
    if (use !== null && use !== "to") fields[use] = cells[place] ?? "";
  }
  return { number: cells[mapping.indexOf("to")] ?? "", fields };
}
