import { connect, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { sendMessage } from "../sending/send-message";
import { serveHttp } from "../server/serve-http";
import { sealSession, sessionCookie } from "../sessions/session-cookie";
import { callerOf } from "../testing/call-api";
import { startStatementCounter } from "../testing/count-statements";
import { mintAccount } from "../testing/mint-account";
import { mintSignedIn } from "../testing/signed-in";
import { useOwnDatabase } from "../testing/use-own-database";

let dropDatabase: () => Promise<void>;
let statements: Awaited<ReturnType<typeof startStatementCounter>>;
let server: Awaited<ReturnType<typeof serveHttp>>;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase();
  statements = await startStatementCounter(process.env["DATABASE_URL"] ?? "");
  process.env["DATABASE_URL"] = statements.url;
  server = await serveHttp({ port: 0, host: "127.0.0.1", role: "api" });
});
afterAll(async () => {
  await server.close();
  await dropDatabase();
  await statements.stop();
});

const call = callerOf(() => server);
const wire = { from: "YourBrand", to: "48732129000", body: "Hello" };

/** An account with a long log, and a way to ask for it as a file without reading more than its first bytes. */
async function mintReader() {
  const { accountId, session } = await mintSignedIn();
  const message = { ...wire, body: "x".repeat(1500) };
  await sendMessage({ actor: operatorOf(accountId, "test"), input: message });
  const columns = sql.raw(
    "account_id, source, test, sender, recipient, body, encoding, segments, credits, priority, status, created_at, due_at, valid_until",
  );
  await db().execute(sql`
    insert into ${messages} (id, ${columns})
    select gen_random_uuid(), ${columns} from ${messages}, generate_series(2, 10000)
    where account_id = ${accountId}`);
  const cookie = `${sessionCookie().name}=${await sealSession(session.sessionId)}`;
  const heads: string[] = [];
  const sockets: Socket[] = [];
  const open = () => {
    const socket = connect(server.port, "127.0.0.1");
    sockets.push(socket);
    socket.once("data", (chunk) => {
      heads.push(String(chunk).slice(9, 12));
      socket.pause();
    });
    socket.write(
      `GET /api/panel/messages.ndjson HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`,
    );
  };
  const close = () => {
    for (const socket of sockets.splice(0)) socket.destroy();
  };
  return { open, heads, close };
}

test("sixty downloads that nobody reads cost a few pages, and another account sends as ever", async () => {
  const { open, heads, close } = await mintReader();
  const other = await mintAccount({ credits: 100 });
  const before = statements.count();
  for (let opened = 0; opened < 60; opened += 1) open();
  // Two are read, two wait, and the others are refused.
  await expect.poll(() => heads.toSorted().join()).toBe(`200,200,${Array(56).fill("429").join()}`);
  for (let sent = 0; sent < 20; sent += 1) {
    expect((await call(other, ["POST", "/api/sms"], wire)).status).toBe(200);
  }
  // Each of the sixty looks at its session; all of them, read to their end, would take 3,000 pages.
  expect(statements.count() - before).toBeLessThan(400);
  close();
  open();
  await expect.poll(() => heads.filter((status) => status === "200").length).toBe(3);
  close();
}, 30_000);
