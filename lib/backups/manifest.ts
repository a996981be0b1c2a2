import { z } from "zod";

/** The layout of the archive. A program reads those of its own number only. */
export const formatVersion = 1;

/** Where the list of everything is in an archive, and the hash of that list, which comes last of all. */
export const manifestPath = "manifest.json";
export const sealPath = "manifest.json.sha256";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);
/** Names go into statements: quoted, and of this shape. */
const Name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const Bounds = z
  .string()
  .regex(
    /^(DEFAULT|FOR VALUES FROM \((MINVALUE|'[0-9a-f-]{36}')\) TO \(('[0-9a-f-]{36}'|MAXVALUE)\))$/,
  );
const Settings = z.string().regex(/^[a-z_.]{1,60}=[\w.]{1,30}(, [a-z_.]{1,60}=[\w.]{1,30})*$/);

const Part = z.object({ path: z.string().max(200), bytes: count, sha256: hash });

const TableEntry = z.object({
  name: Name,
  columns: z.array(Name).min(1).max(1600),
  /** Those of a table that is partitioned; empty for any other. */
  partitions: z.array(z.object({ name: Name, bounds: Bounds, settings: Settings.nullable() })),
  rows: count,
  parts: z.array(Part),
});

const files = ["secrets.json", "carriers.json"] as const;
export type FileName = (typeof files)[number];

/** What an archive contains: enough to check every byte of it, and to make its tables again. */
export const Manifest = z.object({
  format: z.literal(formatVersion),
  /** The version of Depesza that made it. */
  version: z.string().max(40),
  createdAt: z.iso.datetime(),
  /** The newest migration of the database, as the journal of migrations numbers them. */
  migration: z.number().int().positive(),
  /** In the order in which they can be filled: a table after those it refers to. */
  tables: z.array(TableEntry).min(1).max(1000),
  sequences: z.array(z.object({ name: Name, value: z.string().regex(/^-?\d{1,19}$/) })),
  files: z.array(Part.extend({ path: z.enum(files.map((name) => `files/${name}` as const)) })),
});

export type Manifest = z.infer<typeof Manifest>;
export type TableEntry = z.infer<typeof TableEntry>;
export type Part = z.infer<typeof Part>;

/** The rows of a backup, over all tables. */
export function rowsOf({ tables }: Pick<Manifest, "tables">): number {
  return tables.reduce((sum, table) => sum + table.rows, 0);
}
