import { and, type Column, desc, eq, gte, lt, lte, type SQL, sql } from "drizzle-orm";
import { accounts, users } from "@/drizzle/schema/accounts";
import { tokens } from "@/drizzle/schema/tokens";
import { db } from "../core/db";
import { idRange } from "../core/ids";
import { storableText } from "../core/storable-text";
import type { AccountQuery } from "./inputs";

/** The accounts that a query finds, newest first, at most `limit` of them, each once. */
export async function findAccountIds(query: AccountQuery, limit: number): Promise<string[]> {
  const { status, before } = query;
  const q = storableText(query.q);
  if (q === "") {
    // The words of the partial index, which a parameter is not.
    const isWanted =
      status && sql`${accounts.status} <> 'active' and ${eq(accounts.status, status)}`;
    return idsFrom(isWanted, { before, limit });
  }
  const found = await Promise.all(waysToFind(q).map((find) => find({ before, limit })));
  return [...new Set(found.flat())].sort().reverse().slice(0, limit);
}

interface Page {
  before: string | undefined;
  limit: number;
}

function waysToFind(q: string): ((page: Page) => Promise<string[]>)[] {
  const range = idRange("acc", q);
  if (range) {
    const isWanted = and(gte(accounts.id, range.from), lte(accounts.id, range.to));
    return [(page) => idsFrom(isWanted, page)];
  }
  const text = q.toLowerCase();
  if (text.startsWith("@")) {
    const domain = eq(sql`split_part(${users.email}, '@', 2)`, text.slice(1));
    return [(page) => idsOfPeople(domain, page)];
  }
  const isToken = /^[0-9A-Za-z]{4}$/.test(q);
  return [
    (page) => idsFrom(begins(sql`lower(${accounts.name})`, text), page),
    (page) => idsOfPeople(begins(sql`${users.email}`, text), page),
    ...(isToken ? [(page: Page) => idsOfTokens(eq(tokens.lastFour, q), page)] : []),
  ];
}

/** That a text begins so, as an index with `text_pattern_ops` finds it; LIKE with a parameter reads all rows. */
function begins(text: SQL, start: string): SQL {
  return sql`${text} ~>=~ ${start} and ${text} ~<~ ${`${start}\u{10FFFF}`}`;
}

async function idsFrom(isWanted: SQL | undefined, { before, limit }: Page): Promise<string[]> {
  const rows = await db()
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(isWanted, isBefore(accounts.id, before)))
    .orderBy(desc(accounts.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

async function idsOfPeople(isWanted: SQL, { before, limit }: Page): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ id: users.accountId })
    .from(users)
    .where(and(isWanted, isBefore(users.accountId, before)))
    .orderBy(desc(users.accountId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

async function idsOfTokens(isWanted: SQL, { before, limit }: Page): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ id: tokens.accountId })
    .from(tokens)
    .where(and(isWanted, isBefore(tokens.accountId, before)))
    .orderBy(desc(tokens.accountId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

function isBefore(column: Column, before: string | undefined): SQL | undefined {
  return before === undefined ? undefined : lt(column, before);
}
