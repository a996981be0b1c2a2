import { sql } from "drizzle-orm";
import { z } from "zod";
import { db, directDatabaseUrl, whenDatabaseCloses } from "../core/db";
import { ifThrows } from "../core/if-throws";
import { log } from "../core/log";
import { once } from "../core/once";
import { Listener } from "./_listener";
import { microBatch } from "./micro-batch";

const channel = "messages_changed";
/** NOTIFY carries at most 8000 bytes; beyond this many ids listeners reload instead. */
const maxIds = 150;
/** A listener that has no connection yet is as good as one: it will be told of the gap. */
const maxWaitMs = 2000;

/** A process of an earlier release does not say whether any is due. */
const Notice = z.object({
  account: z.string(),
  ids: z.array(z.string()).nullable(),
  due: z.boolean().default(true),
});

/**
 * Which messages of an account changed; `ids` null means "many, look again". `due`: some may have to leave now.
 */
export type Notice = z.infer<typeof Notice>;

/**
 * Says that messages of an account changed; call it after their commit. It is not part of the commit:
 * NOTIFY serialises the commits of the whole database (figures in docs/decisions), and whoever listens
 * polls or reloads anyway.
 */
export function publishChange(account: string, ids: string[]): void {
  if (ids.length > 0) void publish({ account, ids, due: true });
}

/** As `publishChange`, for changes after which no message has to leave: workers are not woken. */
export function publishProgress(account: string, ids: string[]): void {
  if (ids.length > 0) void publish({ account, ids, due: false });
}

/** Says that messages of an account may have to leave now, nobody knows which. */
export function publishDueWork(account: string): void {
  void publish({ account, ids: [], due: true });
}

/** Says that an account's credits moved without any message; resolves when it is said, or could not be. */
export async function publishBalanceChange(account: string): Promise<void> {
  await publish({ account, ids: [], due: false });
}

/** Says that sessions of an account ended, so that live streams look at theirs now; call it after the commit. */
export function publishSessionsChange(account: string): void {
  void publish({ account, ids: [], due: false });
}

const publishTogether = microBatch<Notice, null>({
  maxBatch: 500,
  keyOf: () => "all",
  run: (_key, batch) => publishAll(batch),
});

async function publish(notice: Notice): Promise<void> {
  await publishTogether(notice).catch((error) =>
    log().warn({ err: error }, "a change was not announced"),
  );
}

async function publishAll(batch: Notice[]): Promise<null[]> {
  const byAccount = new Map<string, { ids: string[]; due: boolean }>();
  for (const { account, ids, due } of batch) {
    const changed = byAccount.get(account) ?? { ids: [], due: false };
    changed.ids.push(...(ids ?? []));
    changed.due ||= due;
    byAccount.set(account, changed);
  }
  const payloads = [...byAccount].map(([account, { ids, due }]) =>
    JSON.stringify({ account, ids: ids.length > maxIds ? null : ids, due } satisfies Notice),
  );
  await db().execute(sql`
    select pg_notify(${channel}, payload)
    from jsonb_array_elements_text(${JSON.stringify(payloads)}::jsonb) as payload`);
  return batch.map(() => null);
}

/**
 * Calls `onNotice` for each announced change, and `onReconnect` whenever the connection was (re)made: what was
 * said in between is lost, so a listener must look again. Waits up to two seconds for the connection; with or
 * without one it returns the function that stops listening.
 */
export async function listen(
  onNotice: (notice: Notice) => void,
  onReconnect: () => void,
): Promise<() => void> {
  const listener = theListener();
  const onPayload = (payload: string) => {
    const notice = readNotice(payload);
    if (notice) onNotice(notice);
  };
  const remove = listener.add({ onPayload, onReconnect });
  await listener.untilHeard(maxWaitMs);
  return remove;
}

const theListener = once(() => {
  const listener = new Listener(channel, directDatabaseUrl);
  whenDatabaseCloses(() => listener.stop());
  return listener;
});

/** Undefined for what is not ours: anybody with a password of the database can say something. */
function readNotice(payload: string): Notice | undefined {
  return ifThrows(
    () => Notice.parse(JSON.parse(payload)),
    () => undefined,
  );
}
