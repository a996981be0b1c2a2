import { once } from "node:events";
import { finished } from "node:stream/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { quoted } from "./_copy-table";
import type { KeptFile } from "./_kept-files";
import { readArchive } from "./_read-archive";
import { sha256 } from "./_write-archive";
import { damaged } from "./check-backup";
import type { Manifest, TableEntry } from "./manifest";

/** More than the rows of a part are before they are compressed. */
const maxPartBytes = 256 * 1024 * 1024;

const expand = promisify(gunzip);

interface Source {
  path: string;
  passphrase: string | undefined;
  manifest: Manifest;
  onPart: () => void;
}

/**
 * Copies the rows of a backup that was checked into its empty tables, within the transaction of the connection. Every part
 * is compared with its hash once more: the file may have changed since. Returns the files beside the tables.
 */
export async function fillTables(client: pg.ClientBase, source: Source): Promise<KeptFile[]> {
  const { path, passphrase, manifest, onPart } = source;
  const files: KeptFile[] = [];
  const places = placesOf(manifest);
  const filler = tableFiller(client, path);
  for await (const { path: name, content } of readArchive(path, passphrase)) {
    const place = places.get(name);
    if (!place) continue;
    if (sha256(content) !== place.sha256) throw damaged(path, `${name} was changed`);
    places.delete(name);
    if (place.table) await filler.fill(place.table, content);
    else files.push({ name: nameOf(name), content });
    onPart();
  }
  await filler.end();
  if (places.size > 0) throw damaged(path, "it ends early");
  return files;
}

/** Fills one table after the other; the parts of one come together. */
function tableFiller(client: pg.ClientBase, path: string) {
  let filling: Filling | undefined;
  return {
    async fill(table: TableEntry, packed: Buffer) {
      if (filling?.table !== table) {
        await filling?.end();
        filling = beginFilling(client, table, path);
      }
      await filling.write(await expand(packed, { maxOutputLength: maxPartBytes }));
    },
    async end() {
      await filling?.end();
    },
  };
}

interface Place {
  sha256: string;
  table: TableEntry | undefined;
}

function placesOf({ tables, files }: Manifest): Map<string, Place> {
  const ofTables = tables.flatMap((table) =>
    table.parts.map((part) => [part.path, { sha256: part.sha256, table }] as const),
  );
  const others = files.map(
    (part) => [part.path, { sha256: part.sha256, table: undefined }] as const,
  );
  return new Map<string, Place>([...ofTables, ...others]);
}

function nameOf(path: string): KeptFile["name"] {
  return path === "files/secrets.json" ? "secrets.json" : "carriers.json";
}

interface Filling {
  table: TableEntry;
  write(rows: Buffer): Promise<void>;
  end(): Promise<void>;
}

function beginFilling(client: pg.ClientBase, table: TableEntry, path: string): Filling {
  const statement = `copy ${quoted([table.name])} (${quoted(table.columns)}) from stdin`;
  const copy = client.query(copyFrom(statement));
  const done = finished(copy);
  done.catch(() => undefined);
  return {
    table,
    async write(rows) {
      if (!copy.write(rows)) await Promise.race([once(copy, "drain"), done]);
    },
    async end() {
      copy.end();
      await done;
      if (copy.rowCount !== table.rows) throw damaged(path, `rows of ${table.name} are missing`);
    },
  };
}
