import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { AddPart } from "./_write-archive";
import type { Part, TableEntry } from "./manifest";

/** What is in memory of a table at a time, before it is compressed; a part ends where it ends, in a row or between two. */
const partBytes = 8 * 1024 * 1024;
const lineFeed = 10;

const compress = promisify(gzip);

/** Copies the rows of a table, as the transaction of this connection sees them, into parts of the archive. */
export async function copyTable(
  client: pg.ClientBase,
  table: Pick<TableEntry, "name" | "columns" | "partitions">,
  add: AddPart,
): Promise<TableEntry> {
  const parts: Part[] = [];
  let rows = 0;
  for await (const raw of inParts(client.query(copyTo(copyStatement(table))))) {
    rows += countLines(raw);
    const number = String(parts.length + 1).padStart(6, "0");
    const packed = await compress(raw, { level: 3 });
    parts.push(await add(`tables/${table.name}/${number}.copy.gz`, packed));
  }
  return { ...table, rows, parts };
}

/** A column list or table in double quotes; the names come from the catalog or were checked by the manifest. */
export function quoted(names: string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

function copyStatement({ name, columns, partitions }: Parameters<typeof copyTable>[1]): string {
  const table = quoted([name]);
  return partitions.length > 0
    ? `copy (select ${quoted(columns)} from ${table}) to stdout`
    : `copy ${table} (${quoted(columns)}) to stdout`;
}

async function* inParts(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes < partBytes) continue;
    yield Buffer.concat(chunks);
    chunks = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(chunks);
}

/** COPY writes a line feed of a value as `\n`, so each one in its text ends a row. */
function countLines(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf(lineFeed); at !== -1; at = text.indexOf(lineFeed, at + 1)) lines += 1;
  return lines;
}
