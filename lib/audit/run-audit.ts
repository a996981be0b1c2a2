import { sql } from "drizzle-orm";
import { auditCheckpoints } from "@/drizzle/schema/audit";
import { db, readDb, type Tx } from "../core/db";
import { withStatementKind } from "../core/statement-kind";
import { closedInvariant } from "./_closed-invariant";
import type { Invariant } from "./_invariant";
import { type Checkpoint, lastCheckpoint, readCheckpoint } from "./_read-checkpoint";
import { invariantsSince } from "./invariants-since";

export interface Finding {
  name: string;
  sentence: string;
  breaches: number;
  /** Ids of the first few things in breach. */
  examples: string[];
}

export interface Audit {
  findings: Finding[];
  /** What was made before this instant was compared with the sums of an earlier audit only; null when all was read. */
  since: Date | null;
  /** Until when the past is closed for the next audit; null when it will read all. */
  closedUntil: Date | null;
}

interface Scope {
  /** Reads closed months, too. */
  isFull?: boolean;
}

const rowsAtOnce = 1000;

/**
 * Asks the database for breaches of every invariant, all in one snapshot: of what earlier audits left open, and whether
 * the months they closed are as they were. Joins `tx` when given.
 */
export async function runAudit(tx?: Tx, scope: Scope = {}): Promise<Finding[]> {
  const { findings } = tx ? await ask(scope, tx) : await inSnapshot((each) => ask(scope, each));
  return findings;
}

/** Audits, and when nothing was found closes the months that can't change any more for the audits to come. */
export async function auditAndClose(scope: Scope = {}): Promise<Audit> {
  const { checkpoint, ...audit } = await inSnapshot(async (tx) => {
    const asked = await ask(scope, tx);
    const isClean = asked.findings.every(({ breaches }) => breaches === 0);
    return { ...asked, checkpoint: isClean ? await readCheckpoint(asked.last, tx) : [] };
  });
  if (checkpoint.length > 0) await storeCheckpoint(checkpoint);
  const { findings, since, last } = audit;
  return { findings, since, closedUntil: checkpoint[0]?.until ?? last };
}

function inSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const mode = { isolationLevel: "repeatable read", accessMode: "read only" } as const;
  return withStatementKind("bulk", () => readDb().transaction(work, mode));
}

/** Two audits at the same time find the same rows. */
async function storeCheckpoint(checkpoint: Checkpoint): Promise<void> {
  await db().transaction(async (tx) => {
    for (let from = 0; from < checkpoint.length; from += rowsAtOnce) {
      const rows = checkpoint.slice(from, from + rowsAtOnce);
      await tx.insert(auditCheckpoints).values(rows).onConflictDoNothing();
    }
  });
}

async function ask({ isFull = false }: Scope, tx: Tx) {
  const last = await lastCheckpoint(tx);
  const since = isFull ? null : last;
  const findings: Finding[] = [];
  for (const invariant of [...invariantsSince(since), closedInvariant(last)]) {
    findings.push(await findBreaches(invariant, tx));
  }
  return { findings, since, last };
}

async function findBreaches({ name, sentence, breaches }: Invariant, tx: Tx): Promise<Finding> {
  const [row] = await tx.execute<{ number: number; examples: string[] | null }>(sql`
    select count(*)::int as number, (array_agg(what order by what))[1:3] as examples
    from (${sql.raw(breaches)}) as breach`);
  return { name, sentence, breaches: row?.number ?? 0, examples: row?.examples ?? [] };
}
