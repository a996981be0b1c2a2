import { asc, desc } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import { type Actor, demandAdmin } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { type Outcomes, outcomesByAccount } from "../traffic/outcomes-by-account";
import { findAccountIds } from "./_find-account-ids";
import { AccountQuery, maxAccounts } from "./inputs";

/** An account in a list. */
export interface AccountSummary {
  id: string;
  name: string;
  /** Of its first people. */
  emails: string[];
  status: (typeof accounts.$inferSelect)["status"];
  isAdmin: boolean;
  credits: number;
  createdAt: Date;
  /** Of its live messages of the last 24 hours. */
  day: Outcomes;
}

interface Wanted {
  actor: Actor;
  /** An `AccountQuery` that nobody has checked. */
  input: unknown;
}

const maxEmails = 3;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * A page of the accounts that match, newest first: by the beginning of an email or a name, a domain as `@example.com`, an
 * ID, or the last four characters of a token. `next` is the next page's `before`. Each way is an index of its own, so a
 * page costs the same among a million accounts. Throws forbidden unless by an administrator.
 */
export async function searchAccounts({ actor, input }: Wanted): Promise<{
  accounts: AccountSummary[];
  next: string | null;
}> {
  demandAdmin(actor);
  const query = parseInput(AccountQuery, input);
  const found = await findAccountIds(query, maxAccounts + 1);
  const ids = found.slice(0, maxAccounts);
  const summaries = await summarize(ids);
  return { accounts: summaries, next: found.length > ids.length ? (ids.at(-1) ?? null) : null };
}

async function summarize(ids: string[]): Promise<AccountSummary[]> {
  if (ids.length === 0) return [];
  const since = new Date(Math.floor((Date.now() - dayMs) / hourMs) * hourMs);
  const [rows, people, outcomes] = await Promise.all([
    db().select().from(accounts).where(anyOf(accounts.id, ids)).orderBy(desc(accounts.id)),
    db()
      .select({ accountId: users.accountId, email: users.email })
      .from(users)
      .where(anyOf(users.accountId, ids))
      .orderBy(asc(users.id)),
    outcomesByAccount(ids, since),
  ]);
  return rows.map(({ id, name, status, admin, credits, createdAt }) => ({
    ...{ id, name, status, credits, createdAt },
    isAdmin: admin,
    emails: people
      .filter(({ accountId }) => accountId === id)
      .slice(0, maxEmails)
      .map(({ email }) => email),
    day: outcomes.get(id) ?? { messages: 0, delivered: 0, failed: 0 },
  }));
}
