import { and, asc, eq, gt } from "drizzle-orm";
import { accounts, ownNumbers, users } from "@/drizzle/schema/accounts";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { messageEvents } from "@/drizzle/schema/messages";
import { listActivity } from "../activity/list-activity";
import { recordedPages } from "../activity/recorded-pages";
import { listCampaigns } from "../campaigns/list-campaigns";
import { listRows } from "../campaigns/list-rows";
import { listContacts } from "../contacts/list-contacts";
import { listGroups } from "../contacts/list-groups";
import { demandPermission, type UserActor } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db, readDb } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId, publicId } from "../core/ids";
import { plainJson } from "../core/plain-text";
import { coreSentences } from "../core/sentences";
import { streamLines } from "../core/stream-lines";
import { listInbound } from "../inbound/list-inbound";
import { getBuyer } from "../invoices/get-buyer";
import { listInvoices } from "../invoices/list-invoices";
import { listMessages } from "../message-log/list-messages";
import type { MessageView } from "../messages/contract";
import { listOptOuts } from "../opt-outs/list-opt-outs";
import { listAccountPasskeys } from "../passkeys/list-account-passkeys";
import { listInvitations } from "../people/list-invitations";
import { listRequests } from "../request-log/list-requests";
import { getRetention } from "../retention/get-retention";
import { listSenderNames } from "../sender-names/list-sender-names";
import { listAccountSessions } from "../sessions/list-account-sessions";
import { listTemplates } from "../templates/list-templates";
import { listTokens } from "../tokens/list-tokens";
import { listVerifications } from "../verifications/list-verifications";
import { listCallbacks } from "../webhooks/list-callbacks";
import { listEndpoints } from "../webhooks/list-endpoints";

const pageSize = 200;

type Line = { type: string } & Record<string, unknown>;

/**
 * Everything an account has as NDJSON, an object a line that says its `type`: account, user, passkey, invitation, session,
 * token, webhook_endpoint, sender_name, credit_movement, buyer, invoice, message with its events, message_callback,
 * verification, inbound_message, opt_out, template, contact_group, contact, campaign, campaign_row, api_request, activity. No
 * secret is in it. Read page by page as it is taken. Throws not_found, and forbidden without `manage_account`, before the
 * first byte.
 */
export async function exportAccount({
  actor,
}: {
  actor: UserActor;
}): Promise<ReadableStream<Uint8Array>> {
  demandPermission(actor, "manage_account");
  const pages = pagesOf(actor, await describeAccount(actor));
  const file = { file: "account", format: "ndjson" } as const;
  return streamLines({ pages: recordedPages({ actor, input: file }, pages), toLine });
}

function toLine(line: Line): string {
  return `${plainJson(line)}\n`;
}

async function* pagesOf(actor: UserActor, heading: Line[]): AsyncGenerator<Line[], undefined> {
  const { accountId } = actor;
  yield heading;
  yield (await listTokens({ actor })).map((token) => ({
    type: "token",
    ...token,
  }));
  yield (await listEndpoints({ actor })).map((endpoint) => {
    return { type: "webhook_endpoint", ...endpoint };
  });
  yield (await listSenderNames({ actor })).map((sender) => ({ type: "sender_name", ...sender }));
  yield* movementPages(accountId);
  const buyer = await getBuyer({ actor });
  if (buyer) {
    yield [{ type: "buyer", name: buyer.name, address: buyer.address, tax_id: buyer.taxId }];
  }
  yield* cursorPages("invoice", (page) => listInvoices({ actor, input: page }));
  yield* messagePages(actor);
  yield* cursorPages("message_callback", (page) => listCallbacks({ actor, input: page }));
  yield* cursorPages("verification", (page) => listVerifications({ actor, input: page }));
  yield* cursorPages("inbound_message", (page) => listInbound({ actor, input: page }));
  yield* cursorPages("opt_out", (page) => listOptOuts({ actor, input: page }));
  yield* cursorPages("template", (page) => listTemplates({ actor, input: page }));
  yield* cursorPages("contact_group", (page) => listGroups({ actor, input: page }));
  yield* cursorPages("contact", (page) => listContacts({ actor, input: page }));
  yield* campaignPages(actor);
  yield* cursorPages("api_request", (page) => listRequests({ actor, input: page }));
  yield* cursorPages("activity", (page) => listActivity({ actor, input: page }));
}

async function* campaignPages(actor: UserActor): AsyncGenerator<Line[], undefined> {
  let cursor: string | undefined;
  do {
    const page = await listCampaigns({ actor, input: { limit: pageSize, cursor } });
    cursor = page.nextCursor ?? undefined;
    for (const campaign of page.data) {
      const { campaign_id } = campaign;
      yield [{ ...campaign, type: "campaign" }];
      yield* cursorPages("campaign_row", async (rows) => {
        const { data, nextCursor } = await listRows({
          actor,
          input: { campaignId: campaign_id, ...rows },
        });
        return { data: data.map((row) => ({ campaign_id, ...row })), nextCursor };
      });
    }
  } while (cursor !== undefined);
}

interface CursorPage {
  data: object[];
  nextCursor: string | null;
}

async function* cursorPages(
  type: string,
  read: (page: { limit: number; cursor: string | undefined }) => Promise<CursorPage>,
): AsyncGenerator<Line[], undefined> {
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await read({ limit: pageSize, cursor });
    cursor = nextCursor ?? undefined;
    yield data.map((each) => ({ ...each, type }));
  } while (cursor !== undefined);
}

async function describeAccount(actor: UserActor): Promise<Line[]> {
  const { accountId } = actor;
  const [account] = await db().select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw new AppError("not_found", coreSentences.accountNotFound);
  const people = await db()
    .select({ user: users, own: ownNumbers })
    .from(users)
    .leftJoin(ownNumbers, eq(ownNumbers.userId, users.id))
    .where(eq(users.accountId, accountId));
  const [sessions, invitations, passkeys, { chosen }] = await Promise.all([
    listAccountSessions({ actor }),
    listInvitations({ actor }),
    listAccountPasskeys({ actor }),
    getRetention({ actor }),
  ]);
  return [
    {
      type: "account",
      account_id: publicId("acc", account.id),
      name: account.name,
      status: account.status,
      credits: account.credits,
      default_country: account.defaultCountry,
      text_days: chosen.texts,
      event_days: chosen.events,
      attempt_days: chosen.attempts,
      created_at: account.createdAt,
    },
    ...people.map(({ user, own }) => ({
      type: "user",
      email: user.email,
      role: user.role,
      name: user.name,
      time_zone: user.timeZone,
      language: user.language,
      own_number: own?.number ?? null,
      two_step_sign_in: user.totpEnabledAt !== null,
      created_at: user.createdAt,
    })),
    ...passkeys.map(({ email, name, createdAt, lastUsedAt }) => {
      return { type: "passkey", email, name, created_at: createdAt, last_used_at: lastUsedAt };
    }),
    ...invitations.map(({ email, role, sentAt, expiresAt }) => {
      return { type: "invitation", email, role, sent_at: sentAt, expires_at: expiresAt };
    }),
    ...sessions.map(({ email, browser, address, createdAt, lastSeenAt }) => {
      const times = { created_at: createdAt, last_seen_at: lastSeenAt };
      return { type: "session", email, browser, address, ...times };
    }),
  ];
}

async function* movementPages(accountId: string): AsyncGenerator<Line[], undefined> {
  let last: string | undefined;
  do {
    const rows = await readMovements(accountId, last);
    last = rows.length === pageSize ? rows.at(-1)?.id : undefined;
    yield rows.map(({ id: _, ...movement }) => ({ type: "credit_movement", ...movement }));
  } while (last !== undefined);
}

function readMovements(accountId: string, after: string | undefined) {
  return readDb()
    .select({
      id: ledgerTransactions.id,
      kind: ledgerTransactions.kind,
      credits: ledgerTransactions.gain,
      note: ledgerTransactions.note,
      at: ledgerTransactions.createdAt,
    })
    .from(ledgerTransactions)
    .where(
      and(
        eq(ledgerTransactions.accountId, accountId),
        after === undefined ? undefined : gt(ledgerTransactions.id, after),
      ),
    )
    .orderBy(asc(ledgerTransactions.id))
    .limit(pageSize);
}

async function* messagePages(actor: UserActor): AsyncGenerator<Line[], undefined> {
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await listMessages({
      actor,
      input: { limit: pageSize, cursor },
    });
    cursor = nextCursor ?? undefined;
    yield await withEvents(actor.accountId, data);
  } while (cursor !== undefined);
}

async function withEvents(accountId: string, page: MessageView[]): Promise<Line[]> {
  const ids = page.map(({ message_id }) => parsePublicId("msg", message_id) ?? "");
  const events = await readDb()
    .select()
    .from(messageEvents)
    .where(and(eq(messageEvents.accountId, accountId), anyOf(messageEvents.messageId, ids)))
    .orderBy(asc(messageEvents.id));
  const byMessage = new Map<string, unknown[]>(ids.map((id) => [id, []]));
  for (const event of events) byMessage.get(event.messageId)?.push(toEvent(event));
  return page.map((message, position) => {
    return { type: "message", ...message, events: byMessage.get(ids[position] ?? "") };
  });
}

function toEvent(event: typeof messageEvents.$inferSelect) {
  const { type, at, source, reason, carrierCode, operator } = event;
  return { event: type, at, source, reason, carrier_code: carrierCode, operator };
}
