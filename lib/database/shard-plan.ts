import { sql } from "drizzle-orm";
import places from "@/drizzle/places.json";
import { db } from "../core/db";

/** How the tables of a database become those of a Citus cluster that is sharded by account. */
export interface ShardPlan {
  /** In SQL, in the order in which they work: tables that others refer to come first. */
  statements: string[];
  /** Tables that stay on the coordinator. */
  locals: string[];
  /** Triggers of tables that do not stay there, as `table.trigger`. */
  triggers: string[];
  /** Tables that `drizzle/places.json` does not name. */
  unplaced: string[];
}

interface Catalog extends Record<string, unknown> {
  tables: string[];
  /** What each table refers to by a foreign key. */
  references: { table: string; target: string }[];
  triggers: { table: string; name: string }[];
}

const keys = new Map(Object.entries(places.distributed));

/** The plan for the database of this process, from its catalog; partitions follow their tables. Changes nothing. */
export async function shardPlan(): Promise<ShardPlan> {
  const catalog = await readCatalog();
  const ordered = inOrder(catalog);
  const of = (known: readonly string[]) => ordered.filter((table) => known.includes(table));
  const distributed = of([...keys.keys()]);
  const placed = new Set([...keys.keys(), ...places.reference, ...places.local]);
  return {
    statements: [
      ...of(places.reference).map((table) => `select create_reference_table('${table}');`),
      ...distributed.map((table) => distribute(table, distributed)),
    ],
    locals: of(places.local).sort(),
    triggers: catalog.triggers
      .filter(({ table }) => !places.local.includes(table))
      .map(({ table, name }) => `${table}.${name}`),
    unplaced: ordered.filter((table) => !placed.has(table)),
  };
}

/** Tables with the same kind of key have their rows side by side, where the first of them has its own. */
function distribute(table: string, distributed: string[]): string {
  const key = keys.get(table);
  const kind = kindOf(table);
  const first = distributed.find((each) => kindOf(each) === kind);
  const beside = first === table ? "none" : first;
  return `select create_distributed_table('${table}', '${key}', colocate_with => '${beside}');`;
}

/** `accounts` has as its ID what the others have as `account_id`. */
function kindOf(table: string): string | undefined {
  return table === "accounts" ? "account_id" : keys.get(table);
}

/** By name, but each table after those it refers to. */
function inOrder({ tables, references }: Catalog): string[] {
  const ordered = new Set<string>();
  const add = (table: string, path: string[]): void => {
    if (ordered.has(table) || path.includes(table)) return;
    const targets = references.filter((each) => each.table === table);
    for (const { target } of targets) add(target, [...path, table]);
    ordered.add(table);
  };
  for (const table of tables) add(table, []);
  return [...ordered];
}

async function readCatalog(): Promise<Catalog> {
  const [catalog] = await db().execute<Catalog>(sql`
    with tables as (
      select oid, relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    )
    select array(select relname::text from tables order by relname <> 'accounts', relname) as tables,
      (select coalesce(jsonb_agg(jsonb_build_object('table', t.relname, 'target', target.relname)), '[]')
        from pg_constraint c join tables t on t.oid = c.conrelid join tables target on target.oid = c.confrelid
        where c.contype = 'f') as "references",
      (select coalesce(jsonb_agg(jsonb_build_object('table', t.relname, 'name', g.tgname) order by t.relname, g.tgname), '[]')
        from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal) as triggers`);
  return catalog ?? { tables: [], references: [], triggers: [] };
}
