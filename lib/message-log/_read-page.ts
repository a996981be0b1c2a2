import type { messages } from "@/drizzle/schema/messages";
import { type Scan, type Stretch, scanMessages } from "./_scan-messages";
import type { ScanBound } from "./_search-blocks";

type MessageRow = typeof messages.$inferSelect;

interface MessagePage {
  rows: MessageRow[];
  /** The ID the search came to, if it stopped before it had all rows and before the end of the log. */
  searchedTo: string | null;
}

/** The first `limit` messages of a scan that match its filter, in its order. */
export async function readPage(scan: Scan, limit: number, bound?: ScanBound): Promise<MessagePage> {
  const found: MessageRow[] = [];
  const read = async ({ tx, rows, matching }: Stretch) => {
    const left = limit - found.length;
    found.push(...(await tx.select().from(rows).where(matching).limit(left)));
    return found.length >= limit;
  };
  const searchedTo = await scanMessages(scan, read, bound);
  return { rows: found, searchedTo };
}
