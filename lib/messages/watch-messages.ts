import { and, desc, eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { log } from "../core/log";
import { processWide } from "../core/process-wide";
import { getBalance } from "../credits/get-balance";
import { listen } from "../queue/notice";
import { viewMessages } from "./_view-messages";
import type { LiveEvent } from "./contract";

type Push = (event: LiveEvent) => void;

/** Changes that come this close together are told together. */
const gatherMs = 40;

interface Watched {
  pushes: Set<Push>;
  changed: Set<string>;
  reload: boolean;
  timer: NodeJS.Timeout | undefined;
}

interface Hub {
  accounts: Map<string, Watched>;
  listening: Promise<void> | undefined;
}

/**
 * Tells `push` of every committed change to an account's messages and balance, in this process or any
 * other, until the returned function is called. After a lost connection it says `refetch` and the balance.
 */
export async function watchMessages(accountId: string, push: Push): Promise<() => void> {
  const hub = processWide<Hub>("live", () => ({ accounts: new Map(), listening: undefined }));
  hub.listening ??= startListening(hub);
  await hub.listening;
  const watched = hub.accounts.get(accountId) ?? newWatched();
  hub.accounts.set(accountId, watched);
  watched.pushes.add(push);
  return () => {
    watched.pushes.delete(push);
    if (watched.pushes.size > 0) return;
    clearTimeout(watched.timer);
    hub.accounts.delete(accountId);
  };
}

async function startListening(hub: Hub): Promise<void> {
  await listen(
    ({ account, ids }) => note(hub, account, ids),
    () => noteGap(hub),
  );
}

function newWatched(): Watched {
  return { pushes: new Set(), changed: new Set(), reload: false, timer: undefined };
}

function note(hub: Hub, accountId: string, ids: string[] | null): void {
  const watched = hub.accounts.get(accountId);
  if (!watched) return;
  if (ids) for (const id of ids) watched.changed.add(id);
  else watched.reload = true;
  watched.timer ??= setTimeout(() => {
    watched.timer = undefined;
    flush(accountId, watched).catch((error) => {
      log().error({ err: error }, "live update failed");
      tell(watched, { kind: "refetch" });
    });
  }, gatherMs);
}

function noteGap(hub: Hub): void {
  for (const accountId of hub.accounts.keys()) note(hub, accountId, null);
}

async function flush(accountId: string, watched: Watched): Promise<void> {
  const ids = [...watched.changed];
  const { reload } = watched;
  watched.changed.clear();
  watched.reload = false;
  if (reload) {
    tell(watched, { kind: "refetch" });
  } else if (ids.length > 0) {
    const rows = await db()
      .select()
      .from(messages)
      .where(and(eq(messages.accountId, accountId), anyOf(messages.id, ids)))
      .orderBy(desc(messages.id));
    tell(watched, { kind: "messages", messages: await viewMessages(accountId, rows) });
  }
  tell(watched, { kind: "balance", credits: await getBalance(accountId) });
}

function tell(watched: Watched, event: LiveEvent): void {
  for (const push of watched.pushes) push(event);
}
