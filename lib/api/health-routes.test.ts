import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carrierStates } from "@/drizzle/schema/carriers";
import { heartbeats } from "@/drizzle/schema/heartbeats";
import { closeDatabase, db } from "../core/db";
import { migrate } from "../database/migrate";
import { runSql } from "../testing/run-sql";
import { runWorker } from "../worker/run-worker";
import { api } from "./app";

const shared = process.env["DATABASE_URL"] ?? "";
const name = "health_of_its_own";
const url = Object.assign(new URL(shared), { pathname: `/${name}` }).href;
// A database of its own: this file looks at one without migrations, and at none at all.
process.env["DATABASE_URL"] = url;

beforeAll(() => runSql(shared, `create database ${name}`));
afterAll(() => runSql(shared, `drop database ${name} with (force)`));

async function ask(path: string, method = "GET") {
  const response = await api.request(`/api/health${path && `/${path}`}`, { method });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

describe("readiness, in the order a database comes up and goes", () => {
  test("is 503 before the migrations, and says so", async () => {
    const { status, headers, body } = await ask("ready");
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(body).toMatchObject({
      code: "unavailable",
      checks: { database: "ok", migrations: "failed" },
    });
  });

  test("is ok without a worker, which is only reported", async () => {
    await migrate(url);
    expect(await ask("ready")).toMatchObject({
      status: 200,
      body: {
        status: "ok",
        checks: { database: "ok", migrations: "ok", disk: "ok", worker: "late", carrier: "ok" },
      },
    });
  });

  test("the state of each part comes with the version, and what is only reported makes it degraded", async () => {
    const parts = { database: "ok", migrations: "ok", disk: "ok", worker: "late", carrier: "ok" };
    const { status, body } = await ask("");
    expect([status, body]).toEqual([
      200,
      { status: "degraded", version: expect.any(String), parts },
    ]);
  });

  test("is ok while the carrier is in trouble, which is only reported", async () => {
    const trouble = { carrier: "simulator", reason: "carrier_down" };
    await db().insert(carrierStates).values(trouble);
    expect(await ask("ready")).toMatchObject({
      status: 200,
      body: { checks: { carrier: "in_trouble" } },
    });
    await db().delete(carrierStates);
    expect((await ask("ready")).body["checks"]).toMatchObject({ carrier: "ok" });
  });

  test.each([
    ["the disk is full", "53100", { database: "ok", disk: "failed" }],
    ["a write fails for any other reason", "XX000", { database: "failed" }],
  ])("is 503 when %s, and ok again afterwards", async (_what, code, checks) => {
    await runSql(
      url,
      `create function fail() returns trigger language plpgsql as
        $$ begin raise exception 'cannot write' using errcode = '${code}'; end $$;
      create trigger fail before insert or update on heartbeats execute function fail()`,
    );
    await expect.poll(() => ask("ready")).toMatchObject({ status: 503, body: { checks } });
    await runSql(url, "drop function fail() cascade");
    await expect.poll(() => ask("ready")).toMatchObject({ status: 200 });
  });

  test("writes once a second at most, however often it is asked", async () => {
    await runSql(
      url,
      `create sequence writes;
      create function count_write() returns trigger language plpgsql as
        $$ begin perform nextval('writes'); return new; end $$;
      create trigger count_write before insert on heartbeats for each row execute function count_write()`,
    );
    const startedAt = performance.now();
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(Array.from({ length: 20 }, () => ask("ready")));
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const [writes] = await runSql<{ last_value: number }>(
      url,
      "drop function count_write() cascade; select last_value::int from writes",
    );
    expect(writes?.last_value).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
  });

  test("sees a worker that runs, in whichever process, and misses one that has gone", async () => {
    const worker = runWorker();
    await expect
      .poll(async () => (await ask("ready")).body["checks"])
      .toMatchObject({ worker: "ok" });
    await worker.stop();
    await db()
      .update(heartbeats)
      .set({ at: new Date(Date.now() - 16_000) })
      .where(eq(heartbeats.name, "worker"));
    expect((await ask("ready")).body["checks"]).toMatchObject({ worker: "late" });
  });

  test("is 503 when the database is away; the process is live all the same", async () => {
    await closeDatabase();
    const { status, body } = await ask("ready");
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: "unavailable", checks: { database: "failed" } });
    expect(await ask("")).toMatchObject({
      status: 200,
      body: { status: "unavailable", version: expect.any(String), parts: { database: "failed" } },
    });
    expect(await ask("live")).toMatchObject({ status: 200, body: { status: "ok" } });
  });
});

test.each(["", "live", "ready"])("health/%s knows GET only", async (path) => {
  const { status, headers } = await ask(path, "POST");
  expect([status, headers.get("allow")]).toEqual([405, "GET"]);
});
