import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { closeAccount } from "../account-data/close-account";
import { changePassword } from "../accounts/change-password";
import { endAllSessions } from "../accounts/end-all-sessions";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { publishChange } from "../queue/notice";
import { sendBatch } from "../sending/send-batch";
import { endSession } from "../sessions/end-session";
import { sealSession, sessionCookie } from "../sessions/session-cookie";
import { appCode } from "../testing/app-code";
import { startStatementCounter } from "../testing/count-statements";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";
import { enableTotp } from "../two-step/enable-totp";
import { getTotp } from "../two-step/get-totp";
import { startTotp } from "../two-step/start-totp";
import { feeds } from "./_live-feeds";
import { api } from "./app";
import { closeStreams } from "./live-response";

let dropDatabase: () => Promise<void>;
let statements: Awaited<ReturnType<typeof startStatementCounter>>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  statements = await startStatementCounter(process.env["DATABASE_URL"] ?? "");
  process.env["DATABASE_URL"] = statements.url;
});
afterAll(async () => {
  await dropDatabase();
  await statements.stop();
});
afterEach(() => {
  vi.useRealTimers();
  closeStreams();
});

type SignedIn = Awaited<ReturnType<typeof mintSignedIn>> & { elsewhere: string };

/** What opens live streams of a session. */
async function opener(sessionId: string) {
  const cookie = `${sessionCookie().name}=${await sealSession(sessionId)}`;
  return async (method = "GET") =>
    api.request("/api/panel/stream", { method, headers: { cookie } }, { clientAddress: null });
}

async function mintViewer() {
  const { accountId, session, again } = await mintSignedIn();
  const openElsewhere = async () => opener((await again()).sessionId);
  return { accountId, session, open: await opener(session.sessionId), openElsewhere };
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

const otherWaysOut: Record<string, (person: SignedIn) => Promise<unknown>> = {
  "signing it out": async ({ elsewhere }) => endSession(elsewhere),
  "signing out everywhere": async ({ actor }) => endAllSessions({ actor }),
  "a new password": async ({ actor, password }) =>
    changePassword({
      actor,
      input: { current_password: password, new_password: "another long one" },
    }),
  "turning on two-step sign-in": async ({ actor, password }) => {
    await startTotp({ actor, input: { password } });
    const state = await getTotp({ actor });
    const code = state.kind === "pending" ? appCode(state.secret) : "";
    await enableTotp({ actor, input: { code, end_other_sessions: "on" } });
  },
  "closing the account": async ({ actor, password }) =>
    closeAccount({ actor, input: { password } }),
};

test.each(Object.entries(otherWaysOut))(
  "a session ended by %s is told so without anything happening, and nothing more",
  async (_way, end) => {
    const person = await mintSignedIn();
    const { sessionId: elsewhere } = await person.again();
    const stream = follow(await (await opener(elsewhere))());
    await expect.poll(() => stream.said).toContain("event: balance");
    await end({ ...person, elsewhere });
    // Sooner than the next heartbeat.
    await expect.poll(() => stream.isOver, { timeout: 8000 }).toBe(true);
    expect(stream.said).toMatch(/event: signed_out\ndata: {}\n\n$/);
  },
);

test("a reader that stalls costs little memory, and is told to look again when it goes on", async () => {
  const { accountId, open } = await mintViewer();
  const message = { from: "Test", to: "48500000007", body: "x".repeat(1530) };
  const caller = operatorOf(accountId, "test");
  const { data } = await sendBatch({
    actor: caller,
    input: { messages: Array(150).fill(message) },
  });
  const ids = data.map(
    (item) => parsePublicId("msg", String("message_id" in item && item.message_id)) ?? "",
  );
  const stalled = await open();
  const keen = follow(await open());
  await expect.poll(() => keen.said).toContain("event: ready");
  for (let round = 1; round <= 20; round += 1) {
    publishChange(accountId, ids);
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
  const answer = await open("HEAD");
  expect([answer.status, answer.body]).toEqual([200, null]);
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(feeds.size).toBe(0);
});

describe("many live streams", () => {
  test("of one session: a ninth takes the place of the oldest, which is told so and not to hurry back", async () => {
    const { open } = await mintViewer();
    const streams: ReturnType<typeof follow>[] = [];
    for (let count = 0; count < 8; count += 1) streams.push(follow(await open()));
    const ninth = follow(await open());
    await expect.poll(() => ninth.said).toContain("event: balance");
    await expect.poll(() => streams[0]?.isOver).toBe(true);
    expect(streams[0]?.said).toMatch(/retry: 60000\nevent: replaced\ndata: {}\n\n$/);
    expect(streams.filter(({ isOver }) => isOver)).toHaveLength(1);
  });

  test("of one account: a 41st is refused, says when to come back, and so does its head", async () => {
    const { openElsewhere } = await mintViewer();
    for (let session = 0; session < 5; session += 1) {
      const open = await openElsewhere();
      for (let count = 0; count < 8; count += 1) follow(await open());
    }
    const open = await openElsewhere();
    for (const method of ["GET", "HEAD"]) {
      const answer = await open(method);
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "30"]);
    }
    expect(await (await open()).json()).toMatchObject({
      code: "rate_limited",
      detail: "Too many live connections. Retry in 30 s.",
    });
    expect((await (await mintViewer()).open()).status).toBe(200);
  });

  test("of one account read an event once, look at each session once, and get the same bytes", async () => {
    const { accountId, openElsewhere } = await mintViewer();
    const { data } = await sendBatch({
      actor: operatorOf(accountId, "test"),
      input: { messages: [{ from: "Test", to: "48500000007", body: "Hello" }] },
    });
    const id = parsePublicId("msg", String(Reflect.get(data[0] ?? {}, "message_id"))) ?? "";
    const streams: ReturnType<typeof follow>[] = [];
    for (let session = 0; session < 3; session += 1) {
      const open = await openElsewhere();
      for (let count = 0; count < 8; count += 1) streams.push(follow(await open()));
    }
    const told = (event: string) => streams.every(({ said }) => said.includes(event));
    await expect.poll(() => told("event: balance")).toBe(true);
    // Longer than a session that was looked at counts as alive.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5000 });
    const before = statements.count();
    publishChange(accountId, [id]);
    await expect.poll(() => told("event: messages")).toBe(true);
    await expect
      .poll(() => streams.every(({ said }) => said.split("event: balance").length > 2))
      .toBe(true);
    // The notice, the message, the balance, three sessions; a new connection may ask something of its own.
    expect(statements.count() - before).toBeLessThan(12);
    const frames = streams.map(({ said }) => /event: messages\ndata: .*/.exec(said)?.[0]);
    expect(new Set(frames).size).toBe(1);
  });
});

test("a flood of streams of one session looks at the session a few times, not once a stream", async () => {
  const { session, open } = await mintViewer();
  const before = statements.count();
  const answers = await Promise.all(Array.from({ length: 200 }, () => open()));
  const statuses = new Set(answers.map(({ status }) => status));
  const streams = answers.map(follow);
  await expect.poll(() => streams.at(-1)?.said ?? "").toContain("event: balance");
  expect([...statuses]).toEqual([200]);
  expect(statements.count() - before).toBeLessThan(60);
  await endSession(session.sessionId);
  const late = await Promise.all(Array.from({ length: 20 }, () => open()));
  expect(new Set(late.map(({ status }) => status))).toEqual(new Set([401]));
});

test("a stream whose reader stalls for a minute is cut off and gives its place back", async () => {
  const { accountId, open } = await mintViewer();
  const message = { from: "Test", to: "48500000007", body: "x".repeat(1530) };
  const caller = operatorOf(accountId, "test");
  const { data } = await sendBatch({
    actor: caller,
    input: { messages: Array(150).fill(message) },
  });
  const ids = data.map(
    (item) => parsePublicId("msg", String(Reflect.get(item, "message_id"))) ?? "",
  );
  const stalled = await open();
  const keen = follow(await open());
  await expect.poll(() => keen.said).toContain("event: balance");
  const notifyUntil = (rounds: number) =>
    expect
      .poll(() => {
        publishChange(accountId, ids);
        return keen.said.split("event: messages").length;
      })
      .toBeGreaterThan(rounds);
  await notifyUntil(4);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  await notifyUntil(7);
  await expect(stalled.text()).rejects.toThrow("A live stream was not read on.");
  expect(keen.isOver).toBe(false);
});
