import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { endSession } from "../accounts/end-session";
import { sealSession, sessionCookie } from "../accounts/session-cookie";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { sendBatch } from "../messages/send-batch";
import { announce } from "../queue/notice";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { api } from "./app";
import { closeStreams } from "./live-response";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
});
afterAll(() => dropDatabase());
afterEach(() => closeStreams());

async function mintViewer() {
  const { accountId, session } = await mintSignedIn();
  const cookie = `${sessionCookie().name}=${await sealSession(session.sessionId)}`;
  const open = async (method = "GET") =>
    api.request("/api/panel/stream", { method, headers: { cookie } });
  return { accountId, session, open };
}

/** Reads a stream as its events come in; `said` is what came so far. */
function follow(answer: Response) {
  const follower = { said: "", isOver: false };
  const decoder = new TextDecoder();
  const read = async () => {
    for await (const chunk of answer.body ?? []) follower.said += decoder.decode(chunk);
    follower.isOver = true;
  };
  void read();
  return follower;
}

test("who comes hears at once what the credits are", async () => {
  const { open } = await mintViewer();
  const stream = follow(await open());
  await expect.poll(() => stream.said).toContain('event: balance\ndata: {"credits":100}');
  expect(stream.said).toContain("event: ready");
});

test("after the line to the database was lost everybody looks again and hears the credits", async () => {
  const { accountId, open } = await mintViewer();
  const stream = follow(await open());
  await expect.poll(() => stream.said).toContain("event: ready");
  await db().execute(sql`update accounts set credits = 107 where id = ${accountId}`);
  await db().execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen %'`);
  await expect.poll(() => stream.said).toContain("event: refetch");
  await expect.poll(() => stream.said).toContain('"credits":107');
});

test("who is signed out elsewhere is told nothing more", async () => {
  const { accountId, session, open } = await mintViewer();
  const stream = follow(await open());
  await expect.poll(() => stream.said).toContain("event: balance");
  await endSession(session.sessionId);
  const end = () => {
    announce(accountId, [accountId]);
    return stream.isOver;
  };
  await expect.poll(end, { timeout: 5000 }).toBe(true);
});

test("a reader that stalls costs little memory, and is told to look again when it goes on", async () => {
  const { accountId, open } = await mintViewer();
  const message = { from: "Test", to: "48500000007", body: "x".repeat(1530) };
  const caller = { accountId, tokenId: null, test: true, source: "api" } as const;
  const { data } = await sendBatch({ messages: Array(150).fill(message) }, caller);
  const ids = data.map(
    (item) => parsePublicId("msg", String("message_id" in item && item.message_id)) ?? "",
  );
  const stalled = await open();
  const keen = follow(await open());
  await expect.poll(() => keen.said).toContain("event: ready");
  for (let round = 1; round <= 20; round += 1) {
    announce(accountId, ids);
    await expect
      .poll(() => keen.said.split("event: messages").length, { interval: 10 })
      .toBeGreaterThan(round);
  }
  const late = follow(stalled);
  await expect.poll(() => late.said).toContain("event: refetch");
  expect(keen.said.length).toBeGreaterThan(4_000_000);
  expect(late.said.length).toBeLessThan(1_000_000);
});

test("who asks for the head alone opens no stream", async () => {
  const { open } = await mintViewer();
  const streams = () => {
    const registry = globalThis as unknown as Record<symbol, Set<unknown> | undefined>;
    return registry[Symbol.for("depesza.open-streams")]?.size ?? 0;
  };
  const answer = await open("HEAD");
  expect([answer.status, answer.body]).toEqual([200, null]);
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(streams()).toBe(0);
});
