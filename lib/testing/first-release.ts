import { hash, randomUUID } from "node:crypto";
import type pg from "pg";
import { newId } from "../core/ids";
import { withConnection } from "../database/acquire-lock";
import { hashToken, makeToken, tokenEnds } from "../tokens/token-format";
import { migrateBefore } from "./migrate-before";
import { runSql } from "./run-sql";

/** How the first release stored and charged a message, in one statement. */
const store = `
  with moved as (
    update accounts set credits = credits - 1, movements = movements + 1
    where id = $1::uuid and status = 'active' and credits >= 1 returning credits, movements
  ), recorded as (
    insert into ledger_transactions (account_id, id, number, kind, note, balance)
    select $1::uuid, $2::uuid, movements, 'charge', null, credits from moved
  ), legs as (
    insert into ledger_entries (account_id, transaction_id, ledger, amount)
    select $1::uuid, $2::uuid, leg.ledger, leg.amount
    from moved, (values ('customer', -1::bigint), ('spent', 1::bigint)) as leg(ledger, amount)
  ), clock as (
    select date_trunc('milliseconds', now()) as now
  )
  insert into messages (account_id, charge_id, id, token_id, source, test, sender, recipient, body,
    encoding, segments, credits, client_ref, idempotency_key, request_hash, priority, status,
    created_at, due_at, valid_until)
  select $1::uuid, $2::uuid, $3::uuid, $4::uuid, 'api', false, $5, $6, $7, 'GSM-7', 1, 1, $8, $9::uuid, $10, 0, 'queued',
    clock.now, clock.now, clock.now + 172800 * interval '1 second'
  from moved, clock`;

/** How it gave the credits of a message back. */
const refund = `
  with moved as (
    update accounts set credits = credits + 1, movements = movements + 1 where id = $1::uuid returning credits, movements
  ), recorded as (
    insert into ledger_transactions (account_id, id, number, kind, note, balance)
    select $1::uuid, $2::uuid, movements, 'refund', null, credits from moved
  )
  insert into ledger_entries (account_id, transaction_id, ledger, amount)
  select $1::uuid, $2::uuid, leg.ledger, leg.amount
  from moved, (values ('customer', 1::bigint), ('refunded', -1::bigint)) as leg(ledger, amount)`;

const grant = `
  with recorded as (
    insert into ledger_transactions (account_id, id, number, kind, note, balance)
    values ($1::uuid, $2::uuid, 1, 'grant', null, $3::bigint)
  )
  insert into ledger_entries (account_id, transaction_id, ledger, amount)
  values ($1::uuid, $2::uuid, 'customer', $3::bigint), ($1::uuid, $2::uuid, 'granted', -($3::bigint))`;

/** What its requests were hashed with besides the text: no schedule, the usual validity, live mode. */
const validitySeconds = 172_800;

export interface OldMessage {
  id: string;
  key: string;
}

/** A text as a client of the first release sent it. */
export const oldWire = { from: "YourBrand", to: "48732129000", body: "Hello" };

/**
 * An account with credits, a token, and an endpoint in a database with the tables of version 0.1.0, and what that version did
 * to them, by its own statements: no later version can write them any more.
 */
export class FirstRelease {
  readonly accountId = newId();
  readonly tokenId = newId();
  readonly endpointId = newId();
  readonly token = makeToken("live");
  readonly email = `${randomUUID()}@example.com`;
  private readonly url: string;

  private constructor(url: string) {
    this.url = url;
  }

  /** Makes its tables in an empty database, and the account. */
  static async install(url: string, credits: number): Promise<FirstRelease> {
    await migrateBefore(url, /send_names/);
    const release = new FirstRelease(url);
    await release.openAccount(credits);
    return release;
  }

  /** Accepts a message; the key is its reference, too. */
  async accept(key: string, client?: pg.ClientBase): Promise<OldMessage> {
    const id = newId();
    const { from, to, body } = oldWire;
    const canonical = JSON.stringify([from, to, body, null, key, validitySeconds, false]);
    const requestHash = hash("sha256", canonical, "base64url");
    const row = [from, to, body, key, key, requestHash];
    const values = [this.accountId, newId(), id, this.tokenId, ...row];
    await (client ? client.query(store, values) : runSql(this.url, store, values));
    return { id, key };
  }

  /** Delivers a message and tells the endpoint. */
  deliver({ id }: OldMessage): Promise<void> {
    const { accountId, endpointId } = this;
    return this.run([
      [
        `update messages set status = 'delivered', attempts = 1, carrier = 'simulator', carrier_ref = id::text,
           offered_at = now(), sent_at = now(), ended_at = now()
         where account_id = $1 and id = $2`,
        [accountId, id],
      ],
      [
        `insert into message_events (account_id, message_id, id, type, terminal, at, source)
         values ($1, $2, $3, 'sent', false, now(), 'worker'), ($1, $2, $4, 'sms.delivered', true, now(), 'carrier')`,
        [accountId, id, newId(), newId()],
      ],
      [
        `insert into webhook_deliveries (account_id, endpoint_id, event_id, message_id, type, status, attempts, step, last_status, body, ended_at)
         select account_id, $3, id, message_id, type, 'delivered', 1, 1, 200, '{}', now()
         from message_events where account_id = $1 and message_id = $2 and terminal`,
        [accountId, id, endpointId],
      ],
    ]);
  }

  /** Cancels a message that no carrier was offered, and refunds it. */
  cancel({ id }: OldMessage): Promise<void> {
    const { accountId } = this;
    const refundId = newId();
    return this.run([
      [refund, [accountId, refundId]],
      [
        "update messages set status = 'cancelled', ended_at = now(), refund_id = $3 where account_id = $1 and id = $2",
        [accountId, id, refundId],
      ],
      [
        `insert into message_events (account_id, message_id, id, type, terminal, at, source)
         values ($1, $2, $3, 'cancelled', true, now(), 'api')`,
        [accountId, id, newId()],
      ],
    ]);
  }

  /** Leaves a message as a worker that is killed before it asks the carrier. */
  claim({ id }: OldMessage): Promise<void> {
    return this.run([
      [
        `update messages set status = 'sending', lease_id = $3, lease_until = now() + interval '2 seconds'
         where account_id = $1 and id = $2`,
        [this.accountId, id, randomUUID()],
      ],
    ]);
  }

  private openAccount(credits: number): Promise<void> {
    const { accountId, tokenId, token, endpointId, email } = this;
    const { firstFour, lastFour } = tokenEnds(token);
    return this.run([
      [
        "insert into accounts (id, name, credits, movements) values ($1, $2, $3, 1)",
        [accountId, email, credits],
      ],
      [
        "insert into users (id, account_id, email, password_hash) values ($1, $2, $3, 'x')",
        [newId(), accountId, email],
      ],
      [grant, [accountId, newId(), credits]],
      [
        `insert into tokens (id, account_id, name, mode, hash, first_four, last_four, scopes)
         values ($1, $2, 'old', 'live', $3, $4, $5, '{send,read,manage}')`,
        [tokenId, accountId, hashToken(token), firstFour, lastFour],
      ],
      [
        `insert into webhook_endpoints (account_id, id, url, events, secret)
         values ($1, $2, 'https://example.com/hook', '{sms.delivered,sms.failed}', $3)`,
        [accountId, endpointId, `whsec_${Buffer.from(randomUUID()).toString("base64")}`],
      ],
    ]);
  }

  private run(statements: [text: string, values: unknown[]][]): Promise<void> {
    return withConnection(this.url, async (client) => {
      for (const [text, values] of statements) await client.query(text, values);
    });
  }
}
