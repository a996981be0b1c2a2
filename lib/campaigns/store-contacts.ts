import type { Actor } from "../core/actor";
import { isVariableName } from "../templates/parse-text";
import type { CampaignView } from "./contract";
import { numberColumn } from "./inputs-contract";
import { type NewRow, storeRows } from "./store-rows";

const chunkSize = 1000;

/** A contact of a group. */
export interface GroupContact {
  /** E.164 without the plus. */
  number: string;
  fields: Record<string, string>;
}

interface Wanted {
  actor: Actor;
  input: {
    /** As on the wire, `cmp_…`. */
    campaignId: string;
    /** The names of all fields of the contacts. */
    fields: string[];
    contacts: AsyncIterable<GroupContact>;
  };
}

/**
 * Gives a draft the contacts of a group as they are now, instead of the rows it had; fields whose names can be those of
 * variables are its columns. Throws what `storeRows` does.
 */
export async function storeContacts({ actor, input }: Wanted): Promise<CampaignView> {
  const { campaignId, contacts } = input;
  const names = input.fields.filter((name) => name !== numberColumn && isVariableName(name));
  const columns = [numberColumn, ...names];
  return storeRows({
    actor,
    input: { campaignId, columns, mapping: columns, chunks: chunksOf(contacts, names) },
  });
}

async function* chunksOf(
  contacts: AsyncIterable<GroupContact>,
  names: string[],
): AsyncGenerator<NewRow[], undefined> {
  let chunk: NewRow[] = [];
  let position = 0;
  for await (const { number, fields } of contacts) {
    position += 1;
    // With the plus: it is a whole number, whatever the default country.
    chunk.push({ position, cells: [`+${number}`, ...names.map((name) => fields[name] ?? "")] });
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = [];
  }
  yield chunk;
}
