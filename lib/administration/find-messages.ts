import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { carrierNames } from "../carriers/choose-carrier";
import { type Actor, demandAdmin } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import type { MessageStatus } from "../messages/status";
import { readNumber } from "../numbers/read-number";
import { searchedDigits } from "../sms/searched-digits";
import { FindMessagesInput } from "./contract";

/** A message of some account, without its text and with the end of its recipient's number alone. */
export interface FoundMessage {
  id: string;
  accountId: string;
  status: MessageStatus;
  test: boolean;
  carrier: string | null;
  /** Why it waits, or ended so. */
  reason: string | null;
  /** The last three digits. */
  recipientEnd: string;
  createdAt: Date;
}

/** No more are found. */
export const maxFound = 50;
/** With fewer digits it is no whole number. */
const minDigits = 7;

/**
 * The newest messages of all accounts with this ID, to this whole number, or with this ID at a carrier. Throws
 * invalid_request for an empty or too long text, and forbidden unless the actor is an administrator.
 */
export async function findMessages({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<FoundMessage[]> {
  demandAdmin(actor);
  const { wanted } = parseInput(FindMessagesInput, input);
  const id = parsePublicId("msg", wanted);
  if (id !== undefined) return look(sql`id = ${id}::uuid`);
  const numbers = numbersIn(wanted);
  const found = await Promise.all([
    findByRef(wanted),
    numbers.length > 0 ? look(sql`recipient = any(${`{${numbers.join(",")}}`}::text[])`) : [],
  ]);
  const byId = new Map(found.flat().map((each) => [each.id, each]));
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, maxFound);
}

function numbersIn(wanted: string): string[] {
  const digits = searchedDigits(wanted);
  if (digits === undefined || digits.length < minDigits) return [];
  const reading = readNumber(digits, null);
  return [...new Set([digits, "to" in reading ? reading.to : digits])];
}

/** Walks the accounts, with a look-up by index for each: there are far fewer of them than messages. */
async function look(which: SQL): Promise<FoundMessage[]> {
  const rows = await db().execute<Row>(sql`
    select theirs.* from ${accounts} a
    cross join lateral (${columns} where account_id = a.id and ${which}
      order by id desc limit ${maxFound}) as theirs
    order by id desc limit ${maxFound}`);
  return rows.map(toFound);
}

async function findByRef(ref: string): Promise<FoundMessage[]> {
  const known = await db()
    .select({ accountId: carrierMessages.accountId, messageId: carrierMessages.messageId })
    .from(carrierMessages)
    .where(
      sql`${anyOf(carrierMessages.carrier, carrierNames())} and ${carrierMessages.ref} = ${ref}`,
    )
    .limit(maxFound);
  const rows = await Promise.all(
    known.map(({ accountId, messageId }) =>
      db().execute<Row>(sql`${columns} where account_id = ${accountId} and id = ${messageId}`),
    ),
  );
  return rows.flatMap((found) => found.map(toFound));
}

const columns = sql`select id, account_id, status, test, carrier, coalesce(reason, wait_reason) as reason,
  right(recipient, 3) as recipient_end, created_at from ${messages}`;

interface Row extends Record<string, unknown> {
  id: string;
  account_id: string;
  status: MessageStatus;
  test: boolean;
  carrier: string | null;
  reason: string | null;
  recipient_end: string;
  created_at: string;
}

function toFound({ account_id, recipient_end, created_at, ...message }: Row): FoundMessage {
  return {
    ...message,
    accountId: account_id,
    recipientEnd: recipient_end,
    createdAt: new Date(created_at),
  };
}
