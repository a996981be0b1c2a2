import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { textSegments } from "@/drizzle/schema/text-index";
import { db, type Tx } from "../core/db";
import { lockSegments } from "./_lock-segments";
import { newSignature } from "./_new-signature";

/** Messages whose texts are told apart from those of others. */
const blockSize = 64;
/** Few enough that hashing their texts keeps nobody waiting. */
const pageSize = 256;

interface Built {
  accountId: string;
  /** The segment has the messages after this one, up to the last. */
  afterId: string;
  lastId: string;
  /** How many there are; more, if any, go into its last block. */
  size: number;
  /** How many segments it replaces. */
  replaces: number;
}

/**
 * Reads a part of an account's messages and stores its segment in place of those it replaces. Returns false, and stores
 * nothing, when these or the messages have changed meanwhile: a signature must not keep what was erased.
 */
export async function buildSegment(built: Built): Promise<boolean> {
  const { accountId, afterId, lastId } = built;
  const { starts, count, bytes, tagged, ...signature } = await readTexts(built);
  const values = { accountId, afterId, lastId, starts, messages: count, ...signature };
  return db().transaction(async (tx) => {
    await lockSegments(accountId, tx);
    if ((await countReplaced(built, tx)) !== built.replaces) return false;
    const now = await measureTexts(built, tx);
    if (now.count !== count || now.bytes !== bytes || now.tagged !== tagged) return false;
    await tx.delete(textSegments).where(rangeOf(built));
    await tx.insert(textSegments).values(values);
    return true;
  });
}

async function countReplaced({ accountId, afterId, lastId }: Built, tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from ${textSegments}
    where account_id = ${accountId} and last_id > ${afterId}::uuid and after_id < ${lastId}::uuid`);
  return row?.count ?? 0;
}

/** How many messages there are, how long all of their texts, and how many have metadata, which is erased as a whole. */
async function measureTexts({ accountId, afterId, lastId }: Built, tx: Tx) {
  const [row] = await tx.execute<{ count: number; bytes: string; tagged: number }>(sql`
    select count(*)::int as count,
      (count(*) filter (where metadata is not null and body_storage is distinct from 'until_sent'))::int as tagged,
      coalesce(sum(case when body_storage is null then octet_length(body) else 0 end
        + octet_length(sender) + octet_length(recipient)), 0) as bytes
    from ${messages} where account_id = ${accountId} and id > ${afterId}::uuid and id <= ${lastId}::uuid`);
  return { count: row?.count ?? 0, bytes: Number(row?.bytes ?? 0), tagged: row?.tagged ?? 0 };
}

function rangeOf({ accountId, afterId, lastId }: Built) {
  return and(
    eq(textSegments.accountId, accountId),
    gt(textSegments.lastId, afterId),
    lte(textSegments.lastId, lastId),
  );
}

async function readTexts({ accountId, afterId, lastId, size }: Built) {
  const blocks = Math.ceil(size / blockSize / 8) * 8;
  const signature = newSignature(blocks);
  const starts: string[] = [];
  let count = 0;
  let bytes = 0;
  let tagged = 0;
  let from = afterId;
  while (from < lastId) {
    const page = await readPage({ accountId, from, lastId });
    for (const { id, texts, members } of page) {
      const block = Math.min(blocks - 1, Math.floor(count / blockSize));
      if (block === starts.length) starts.push(id);
      const found = [...texts, ...asTexts(members)];
      for (const { text, field } of found) signature.add(block, text, field);
      bytes += texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
      tagged += Number(members !== null);
      count += 1;
    }
    from = page.length < pageSize ? lastId : (page.at(-1)?.id ?? lastId);
  }
  return { starts, count, bytes, tagged, ...(await signature.finish()) };
}

interface Page {
  accountId: string;
  from: string;
  lastId: string;
}

async function readPage({ accountId, from, lastId }: Page) {
  const { id, body, bodyStorage, from: sender, to } = messages;
  const rows = await db()
    .select({ id, body, bodyStorage, sender, to, members })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), gt(id, from), lte(id, lastId)))
    .orderBy(asc(id))
    .limit(pageSize);
  return rows.map((row) => ({ id: row.id, texts: textsOf(row), members: row.members }));
}

function asTexts(members: string[] | null) {
  return (members ?? []).map((text) => ({ text, field: "member" }) as const);
}

/** The members of its metadata as a filter names them, as in `order=1042`; null if it has none that is to be kept. */
const members = sql<string[] | null>`case
  when ${messages.metadata} is not null and ${messages.bodyStorage} is distinct from 'until_sent' then (
    select coalesce(array_agg(key || '=' || value) filter (where value is not null), '{}')
    from jsonb_each_text(${messages.metadata}))
  end`;

type Indexed = Pick<typeof messages.$inferSelect, "body" | "bodyStorage" | "to"> & {
  sender: string;
};

/** A text that is not to be kept leaves no trace in a signature. */
function textsOf({ body, bodyStorage, sender, to }: Indexed) {
  return [
    { text: bodyStorage === null ? body : "", field: "body" },
    { text: sender, field: "sender" },
    { text: to, field: "recipient" },
  ] as const;
}
