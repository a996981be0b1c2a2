import { and, count, eq, sql } from "drizzle-orm";
import { campaignRows } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { maskNumber } from "../activity/mask-number";
import { recordActivity } from "../activity/record-activity";
import { eraseRowsOf } from "../campaigns/erase-rows-of";
import { eraseAtCarriers } from "../carriers/erase-at-carriers";
import { forgetNumber } from "../contacts/forget-number";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { invalidFields } from "../core/invalid-fields";
import { eraseDeliveriesOf } from "../deliveries/erase-deliveries-of";
import { eraseInboundFrom } from "../inbound/erase-inbound-from";
import { eraseLinksOf } from "../links/erase-links";
import { cancelToRecipient } from "../messages/cancel-to-recipient";
import { erasedMarker, eraseRecipient } from "../messages/erase-recipient";
import { eraseReasons } from "../opt-outs/erase-reasons";
import { eraseParkedReceipts } from "../receipts/erase-parked-receipts";
import { clearSignatures } from "../text-index/clear-signatures";
import { eraseVerificationsOf } from "../verifications/erase-verifications-of";
import { eraseCallbacksOf } from "../webhooks/erase-callbacks-of";
import { accountDataSentences } from "./sentences";

const batchSize = 500;

/** What was erased of a person, and what can't be yet. */
export interface ErasedPerson {
  /** Messages to them, and from them. */
  messages: number;
  received: number;
  /** Rows of campaigns. */
  rows: number;
  /** Whether they were a contact. */
  wasContact: boolean;
  /** Whether an opt-out of the number is kept. */
  isOptedOut: boolean;
  /** Messages on their way and campaign rows still to be sent, which have to end first. */
  left: number;
}

interface Wanted {
  actor: Actor;
  /** The number in E.164 without the plus, and the number again as it was typed to confirm. */
  input: { number: string; confirmation: string };
}

/**
 * Erases a person from everything of the account: contact, groups, campaign rows, what they wrote, and number and text of
 * the messages to them, whose amounts stay for the ledger. What waits is cancelled with its credits back; an opt-out
 * stays, without its words. Done again, it erases what had not ended before. Throws invalid_request unless the number is
 * typed right, and forbidden without `manage_account`.
 */
export async function erasePerson({ actor, input }: Wanted): Promise<ErasedPerson> {
  demandPermission(actor, "manage_account");
  const number = input.number.slice(0, 20);
  const typed = input.confirmation.slice(0, 64).replace(/[\s()+.-]/g, "");
  if (!/^[1-9]\d{4,14}$/.test(number) || typed !== number) {
    throw invalidFields({ confirmation: [accountDataSentences.typeTheNumber] });
  }
  const person = { accountId: actor.accountId, number };
  await cancelToRecipient({ actor, input: { number } });
  let erased = 0;
  let batch = batchSize;
  while (batch === batchSize) {
    batch = await db().transaction((tx) => eraseBatch(person, tx));
    erased += batch;
  }
  const rest = await db().transaction(async (tx) => {
    const received = await eraseInboundFrom(person, tx);
    const verified = await eraseVerificationsOf(person, tx);
    await eraseDeliveriesOf({ ...person, messageIds: [...received, ...verified] }, tx);
    const wasContact = await forgetNumber(person, tx);
    return { received: received.length, wasContact, isOptedOut: await eraseReasons(person, tx) };
  });
  const rows = await eraseRowsOf({ actor, input: { number, marker: erasedMarker } });
  const after = { messages: erased, received: rest.received, rows };
  const target = { name: maskNumber(number) };
  // It is erased in several transactions, so that none holds the others up; this is said once all of them have ended.
  await recordActivity({ actor, action: "recipient.erased", target, after }, db());
  return { messages: erased, rows, ...rest, left: await countLeft(person) };
}

interface Person {
  accountId: string;
  number: string;
}

async function eraseBatch(person: Person, tx: Tx): Promise<number> {
  const erased = await eraseRecipient({ ...person, limit: batchSize }, tx);
  if (erased.length === 0) return 0;
  const messageIds = erased.map(({ id }) => id);
  const refs = erased.flatMap(({ ref }) => ref ?? []);
  await eraseLinksOf({ accountId: person.accountId, messageIds }, tx);
  await clearSignatures({ accountId: person.accountId, messageIds }, tx);
  await eraseDeliveriesOf({ accountId: person.accountId, messageIds }, tx);
  await eraseCallbacksOf({ accountId: person.accountId, messageIds }, tx);
  await eraseAtCarriers({ messageIds, refs }, tx);
  await eraseParkedReceipts(refs, tx);
  return erased.length;
}

async function countLeft({ accountId, number }: Person): Promise<number> {
  const [open] = await db()
    .select({ messages: count() })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), eq(messages.to, number)));
  const [waiting] = await db()
    .select({ rows: count() })
    .from(campaignRows)
    .where(
      and(
        eq(campaignRows.accountId, accountId),
        eq(campaignRows.to, number),
        sql`${campaignRows.messageId} is null`,
      ),
    );
  return (open?.messages ?? 0) + (waiting?.rows ?? 0);
}
