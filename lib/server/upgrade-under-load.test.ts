import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { connectDatabase } from "../core/connect-database";
import { publicId } from "../core/ids";
import { isLockHeld } from "../database/acquire-lock";
import { listenerName } from "../queue/listener-name";
import { FirstRelease, oldWire } from "../testing/first-release";
import { Installation } from "../testing/installation";
import { runSql } from "../testing/run-sql";
import { soakOr } from "../testing/soak-or";

// Programs are started and a database is migrated, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const clients = soakOr(16, 6);
/** Messages in each part: before the start, while it waits, and after it. */
const enough = soakOr(2000, 120);
/** Of so many responses of the old version one is lost after its message was stored. */
const lostEvery = 9;

const shared = process.env["DATABASE_URL"] ?? "";
const name = `upgrade_${randomUUID().replaceAll("-", "")}`;
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;

let release: FirstRelease;
let old: OldServer;
let installation: Installation;

beforeAll(async () => {
  await runSql(shared, `create database ${name}`);
  release = await FirstRelease.install(url, 1_000_000);
  old = await OldServer.start(release);
  installation = await Installation.prepare({
    DATABASE_URL: url,
    RATE_LIMIT_BURST: "0",
    RATE_LIMIT_SUSTAINED: "0",
  });
});
afterAll(async () => {
  await old?.kill();
  await installation?.remove();
  await runSql(shared, `drop database ${name} with (force)`);
});

/** Version 0.1.0 as clients and the database knew it: it stores by that version's statement, and a worker of it is connected. */
class OldServer {
  /** Messages that were stored, while their clients got no response. */
  readonly lost = new Map<string, string>();
  private stored = 0;
  private readonly server: Server;
  private readonly pool: pg.Pool;
  private readonly worker: pg.Client;

  private constructor(server: Server, pool: pg.Pool, worker: pg.Client) {
    this.server = server;
    this.pool = pool;
    this.worker = worker;
  }

  static async start(of: FirstRelease): Promise<OldServer> {
    const pool = new pg.Pool({ connectionString: url, max: 4, application_name: "depesza" });
    pool.on("error", () => undefined);
    const { client } = await connectDatabase(url, listenerName);
    client.on("error", () => undefined);
    const server = createServer(async (request, response) => {
      const wire = z
        .object({ idempotency_key: z.string() })
        .parse(JSON.parse((await buffer(request)).toString()));
      const id = await started.accept(of, wire.idempotency_key).catch(() => undefined);
      if (id === undefined) return void request.socket.destroy();
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ message_id: publicId("msg", id) }));
    });
    const started = new OldServer(server, pool, client);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo | null)?.port ?? 1}`;
  }

  /** Ends it as it is told to: what is stored at that moment is, but no client learns of it. */
  async kill(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await this.pool.end().catch(() => undefined);
    await this.worker.end().catch(() => undefined);
  }

  /** The ID of the message; undefined where the response is lost. */
  private async accept(of: FirstRelease, key: string): Promise<string | undefined> {
    const client = await this.pool.connect();
    try {
      const text = "select id from messages where account_id = $1 and idempotency_key = $2";
      const found = await client.query<{ id: string }>(text, [of.accountId, key]);
      if (found.rows[0]) return found.rows[0].id;
      const { id } = await of.accept(key, client);
      this.stored += 1;
      if (this.stored % lostEvery > 0) return id;
      this.lost.set(key, publicId("msg", id));
      return undefined;
    } finally {
      client.release();
    }
  }
}

interface Answer {
  status: number;
  retryAfter: string | null;
  messageId?: string | undefined;
}

async function send(to: string, key: string): Promise<Answer> {
  const response = await fetch(`${to}/api/sms`, {
    method: "POST",
    headers: { authorization: `Bearer ${release.token}`, "content-type": "application/json" },
    body: JSON.stringify({ ...oldWire, client_ref: key, idempotency_key: key }),
  });
  const body = z.object({ message_id: z.string().optional() }).parse(await response.json());
  const retryAfter = response.headers.get("retry-after");
  return { status: response.status, retryAfter, messageId: body.message_id };
}

const count = async (what: string) => {
  const [row] = await runSql<{ number: number }>(
    url,
    `select count(*)::int as number from messages ${what}`,
  );
  return row?.number;
};

/** They send all the time, through a load balancer that tries the other machine after a failure, with the same key. */
class Clients {
  readonly accepted = new Map<string, string>();
  /** What no client may get. */
  readonly odd: Answer[] = [];
  byOld = 0;
  private isOn = true;
  private readonly sending: Promise<void>[];

  constructor() {
    this.sending = Array.from({ length: clients }, async () => {
      while (this.isOn) await this.sendOne(randomUUID());
    });
  }

  /** Waits for enough further messages. */
  async more(): Promise<void> {
    const wanted = this.accepted.size + enough;
    await expect.poll(() => this.accepted.size, { timeout: 60_000 }).toBeGreaterThan(wanted);
  }

  async stop(): Promise<void> {
    this.isOn = false;
    await Promise.all(this.sending);
  }

  private async sendOne(key: string): Promise<void> {
    for (let attempt = 0; !this.accepted.has(key); attempt += 1) {
      const isOld = attempt % 2 === 0;
      const answer = await send(isOld ? old.url : installation.url, key).catch(() => undefined);
      this.note(key, { answer, isOld });
      if (!answer?.messageId) await pause(20);
    }
  }

  private note(key: string, { answer, isOld }: { answer: Answer | undefined; isOld: boolean }) {
    if (!answer) return;
    const { messageId, status, retryAfter } = answer;
    if (messageId === undefined) {
      if (status !== 503 || !(Number(retryAfter) > 0)) this.odd.push(answer);
      return;
    }
    this.accepted.set(key, messageId);
    if (isOld) this.byOld += 1;
  }
}

test("clients that send before, during, and after an upgrade lose nothing and send nothing twice", async () => {
  const load = new Clients();
  await load.more();
  const starting = installation.start();
  await expect.poll(() => isLockHeld(url, "migration"), { timeout: 60_000 }).toBe(true);
  await load.more();
  const [level] = await runSql(url, "select to_regclass('idempotency_keys') as later");
  expect(level).toEqual({ later: null });
  const claimed = await release.accept(randomUUID());
  await release.claim(claimed);
  await old.kill();
  const sentByOld = load.byOld;
  await starting;
  await load.more();
  await load.stop();

  const { accepted } = load;
  expect(load.odd).toEqual([]);
  expect(old.lost.size).toBeGreaterThan(0);
  for (const [key, id] of old.lost) {
    // Requested again, from whichever version, it is the message of the first request.
    expect(accepted.get(key)).toBe(id);
    expect(await send(installation.url, key)).toMatchObject({ status: 200, messageId: id });
  }
  expect(sentByOld).toBeGreaterThan(2 * enough);
  const rows = await runSql<{ ref: string; id: string }>(
    url,
    "select client_ref as ref, id from messages where id <> $1",
    [claimed.id],
  );
  expect(rows).toHaveLength(accepted.size);
  expect(new Map(rows.map(({ ref, id }) => [ref, publicId("msg", id)]))).toEqual(accepted);
  await expect
    .poll(() => count("where status <> 'delivered'"), { timeout: 90_000, interval: 200 })
    .toBe(0);
  const [twice] = await runSql(
    url,
    `select count(*)::int as number from (
       select from message_events where type = 'sent' group by message_id having count(*) > 1) as doubled`,
  );
  expect(twice).toEqual({ number: 0 });
  expect(await installation.cli("audit", "--full")).toMatchObject({
    code: 0,
    json: { breaches: 0 },
  });
});
