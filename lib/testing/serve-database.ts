import { setTimeout as pause } from "node:timers/promises";
import { closeDatabase } from "../core/db";
import { migrate } from "../database/migrate";
import type { LiveEvent } from "../messages/contract";
import { watchMessages } from "../messages/watch-messages";
import { callerOf } from "./call-api";
import { type MintedAccount, mintAccount } from "./mint-account";
import { startApi } from "./start-api";

type Call = ReturnType<typeof callerOf>;

/** What one request got, and how long that took. */
interface Got {
  status: number;
  retryAfter: string | null;
  tookMs: number;
  messageId: string | undefined;
}

export interface Served {
  account: MintedAccount;
  url: string;
  /** What the account's live log was told. */
  live: LiveEvent[];
  call: Call;
  /** Sends one message under this key. */
  send(key: string): Promise<Got>;
  /** Sends under this key until that is done; resolves to how long it took. */
  sendUntilDone(key: string): Promise<{ messageId: string; tookMs: number }>;
  stop(): Promise<void>;
}

/** API and worker in this process on a database of the test's own, with an account whose live log is watched. */
export async function serveDatabase(settings: Record<string, string>): Promise<Served> {
  Object.assign(process.env, { RATE_LIMIT_BURST: "0", RATE_LIMIT_SUSTAINED: "0", ...settings });
  await migrate(settings["DATABASE_DIRECT_URL"] ?? settings["DATABASE_URL"] ?? "");
  const api = await startApi();
  const account = await mintAccount({ credits: 1000 });
  const live: LiveEvent[] = [];
  const unwatch = await watchMessages(account.accountId, (event) => live.push(event));
  const call = callerOf(() => api);

  async function send(key: string): Promise<Got> {
    const startedMs = performance.now();
    const wire = {
      from: "YourBrand",
      to: "48732129000",
      body: "Your order is on its way",
      client_ref: key,
      idempotency_key: key,
    };
    const answer = await call<{ message_id?: string }>(account, ["POST", "/api/sms"], wire);
    return {
      status: answer.status,
      retryAfter: answer.headers.get("retry-after"),
      tookMs: performance.now() - startedMs,
      messageId: answer.body.message_id,
    };
  }

  async function sendUntilDone(key: string) {
    const startedMs = performance.now();
    for (;;) {
      const { messageId, status } = await send(key);
      if (messageId) return { messageId, tookMs: performance.now() - startedMs };
      if (status !== 503) throw new Error(`A send was answered ${status}.`);
      await pause(20);
    }
  }

  async function stop() {
    unwatch();
    await api.stop();
    await closeDatabase();
  }
  return { account, url: api.url, live, call, send, sendUntilDone, stop };
}
