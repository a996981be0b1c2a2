import { createAccount } from "../lib/accounts/create-account";
import { operatorOf } from "../lib/core/actor";
import { closeDatabase } from "../lib/core/db";
import { publicId } from "../lib/core/ids";
import { sealSession, sessionCookie } from "../lib/sessions/session-cookie";
import { signIn } from "../lib/sign-in/sign-in";
import { createToken } from "../lib/tokens/create-token";

/** Opens accounts with credits, a live and a test token, and sessions of each, as many as asked, and prints them. Run by open-lab.mjs. */
const [count = 0, sessions = 0] = process.argv.slice(2).map(Number);
const credits = 1_000_000_000;
const password = "bench bench bench";
const visitor = { address: null, userAgent: null, language: "en" } as const;
const run = Date.now().toString(36);

async function openAccount(place: number) {
  const email = `bench-${run}-${place}@example.com`;
  const { accountId } = await createAccount({ email, password, credits });
  const actor = operatorOf(accountId);
  const live = await createToken({ actor, input: { name: "bench", mode: "live" } });
  const test = await createToken({ actor, input: { name: "bench", mode: "test" } });
  const cookies: string[] = [];
  for (let opened = 0; opened < sessions; opened += 1) {
    const { sessionId } = await signIn({ visitor, input: { email, password } });
    cookies.push(`${sessionCookie().name}=${await sealSession(sessionId)}`);
  }
  return {
    email,
    password,
    id: accountId,
    accountId: publicId("acc", accountId),
    token: live.token,
    testToken: test.token,
    cookies,
  };
}

const opened = [];
for (let place = 0; place < count; place += 1) opened.push(await openAccount(place));
process.stdout.write(JSON.stringify(opened));
await closeDatabase();
