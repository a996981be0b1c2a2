import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { onboarding, refusedRequests } from "@/drizzle/schema/onboarding";
import { db } from "../core/db";
import { newId } from "../core/ids";
import { isWithinLimit } from "../core/limits/is-within-limit";
import { storableText } from "../core/storable-text";
import { publishChange } from "../queue/notice";
import type { TokenProblem } from "../tokens/contract";
import { recogniseToken } from "../tokens/recognise-token";

interface Refusal {
  /** Whose token it was, when that had been found out before the refusal. */
  accountId: string | undefined;
  /** The `Authorization` header of a request whose token was not taken. Looked at, never kept. */
  authorization: string | null;
  method: string;
  path: string;
  status: number;
  code: string;
  detail: string;
}

interface Owner {
  accountId: string;
  problem: TokenProblem | null;
}

/** A flood of bad requests must not become one of statements: at most this many per second are looked into. */
const maxLookedInto = { points: 20, seconds: 1 };
const keptPerAccount = 20;
const maxRemembered = 100_000;

/** Accounts past their first delivery: nothing of theirs is recorded. */
const experienced = new Set<string>();

/**
 * Keeps a refused API request for the start page of an account that has not had its first delivery, the
 * newest twenty. Resolves to whether it was kept.
 */
export async function recordRefusal(refusal: Refusal): Promise<boolean> {
  if (refusal.accountId && experienced.has(refusal.accountId)) return false;
  if (!(await isWithinLimit("refusals", maxLookedInto))) return false;
  const whose = refusal.accountId
    ? { accountId: refusal.accountId, problem: null }
    : await findOwner(refusal);
  if (!whose || experienced.has(whose.accountId)) return false;
  const isKept = await store(refusal, whose);
  if (isKept) {
    publishChange(whose.accountId, [whose.accountId]);
  } else {
    if (experienced.size >= maxRemembered) experienced.clear();
    experienced.add(whose.accountId);
  }
  return isKept;
}

/** A route that is not there asks for no token, so there a good one may come as well. */
async function findOwner({ authorization, status }: Refusal): Promise<Owner | null> {
  const found = await recogniseToken(authorization);
  return found && { ...found, problem: status === 401 ? found.problem : null };
}

/** A sentence may quote what cannot be stored. */
async function store(
  { method, path, status, code, detail }: Refusal,
  { accountId, problem }: Owner,
): Promise<boolean> {
  const stored = await db().execute(sql`
    insert into ${refusedRequests} (account_id, id, method, path, status, code, detail, flaw)
    select a.id, ${newId()}, ${method.slice(0, 10)}, ${path.slice(0, 200)}, ${status}::int, ${code},
      ${storableText(detail.slice(0, 500))}, ${problem}
    from ${accounts} a left join ${onboarding} o on o.account_id = a.id
    where a.id = ${accountId} and o.first_delivered_at is null
    returning 1`);
  await db().execute(sql`
    delete from ${refusedRequests} where account_id = ${accountId} and id < (
      select id from ${refusedRequests} where account_id = ${accountId}
      order by id desc offset ${keptPerAccount - 1} limit 1)`);
  return stored.length > 0;
}
