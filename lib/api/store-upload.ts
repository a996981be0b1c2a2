import { isSupportedCountry } from "libphonenumber-js/max";
import { getCampaign } from "../campaigns/get-campaign";
import { storeRows } from "../campaigns/store-rows";
import { type Actor, demandPermission, withScope } from "../core/actor";
import type { UploadedRows } from "../operations/panel-contract";
import type { Encoding, Separator } from "../spreadsheets/contract";
import { readSpreadsheet } from "../spreadsheets/read-spreadsheet";
import { suggestMapping } from "../spreadsheets/suggest-mapping";
import { receiveFile } from "./receive-file";

/** How a file is to be read; what is left out is guessed. */
export interface ReadAs {
  encoding?: Encoding | undefined;
  separator?: Separator | undefined;
  hasHeader?: boolean | undefined;
}

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string; fileName: string | undefined; readAs?: ReadAs };
  request: Request;
}

const maxNameLength = 255;

/**
 * Gives a draft the rows of the file in a request, with a suggestion of what its columns are. Nothing is read for a
 * campaign that isn't there, and a file that can't be read leaves the draft as it was. Throws what `receiveFile`,
 * `readSpreadsheet`, and `storeRows` do.
 */
export async function storeUpload({ actor, input, request }: Wanted): Promise<UploadedRows> {
  const { campaignId, fileName = "", readAs = {} } = input;
  demandPermission(actor, "send_messages");
  // Who fills a draft may see it.
  const reader = withScope(actor, "read");
  const draft = await getCampaign({ actor: reader, input: { campaignId } });
  const { default_country: code } = draft;
  const country = code !== null && isSupportedCountry(code) ? code : null;
  return receiveFile(request, actor.accountId, async (path) => {
    const sheet = await readSpreadsheet({ file: { path }, ...readAs });
    const { columns, sampleRows, chunks, close } = sheet;
    try {
      const mapping = suggestMapping(columns, sampleRows, { country });
      const rows = padMapping(chunks, { columns, mapping });
      const campaign = await storeRows({
        actor,
        input: { campaignId, columns, mapping, fileName: toName(fileName), chunks: rows },
      });
      const { encoding, separator, hasHeader } = sheet;
      return { campaign, encoding, separator, has_header: hasHeader };
    } finally {
      await close();
    }
  });
}

/** A later row may be wider than those before it: its further columns are ignored until somebody says what they are. */
async function* padMapping<Chunk>(
  chunks: AsyncIterable<Chunk>,
  { columns, mapping }: { columns: string[]; mapping: (string | null)[] },
): AsyncGenerator<Chunk, undefined> {
  for await (const chunk of chunks) {
    while (mapping.length < columns.length) mapping.push(null);
    yield chunk;
  }
}

/** The last part of the path that some programs send; what can't be shown or stored is left out. */
function toName(fileName: string): string | null {
  const [last = ""] = fileName.split(/[/\\]/).slice(-1);
  return last.replace(/\p{C}/gu, "").trim().slice(0, maxNameLength).toWellFormed() || null;
}
