import { sql } from "drizzle-orm";
import { readDb, type Tx } from "../core/db";
import { withStatementKind } from "../core/statement-kind";
import { type Invariant, invariants } from "./invariants";

export interface Finding {
  name: string;
  sentence: string;
  breaches: number;
  /** Ids of the first few things in breach. */
  examples: string[];
}

/** Asks the database for breaches of every invariant, all in one snapshot. Joins `tx` when given. */
export async function runAudit(tx?: Tx): Promise<Finding[]> {
  if (tx) return askAll(tx);
  return withStatementKind("bulk", () =>
    readDb().transaction(askAll, { isolationLevel: "repeatable read", accessMode: "read only" }),
  );
}

async function askAll(tx: Tx): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const invariant of invariants) findings.push(await ask(invariant, tx));
  return findings;
}

async function ask({ name, sentence, breaches }: Invariant, tx: Tx): Promise<Finding> {
  const [row] = await tx.execute<{ number: number; examples: string[] | null }>(sql`
    select count(*)::int as number, (array_agg(what order by what))[1:3] as examples
    from (${sql.raw(breaches)}) as breach`);
  return { name, sentence, breaches: row?.number ?? 0, examples: row?.examples ?? [] };
}
