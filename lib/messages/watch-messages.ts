import { and, desc, eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { operatorOf } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import { log } from "../core/log";
import { getBalance } from "../credits/get-balance";
import { listen } from "../queue/notice";
import type { LiveEvent } from "./contract";
import { viewMessages } from "./view-messages";

type Push = (event: LiveEvent) => void;

/** Changes that come this close together are told together. */
const gatherMs = 40;
/** With more changed messages than this, those who watch look again instead. */
const maxChanged = 300;

interface Watched {
  pushes: Set<Push>;
  changed: Set<string>;
  reload: boolean;
  /** Something was noted that has not been read yet. */
  isDue: boolean;
  /** Set from the first note until what was noted by then has been told. */
  timer: NodeJS.Timeout | undefined;
}

interface Hub {
  accounts: Map<string, Watched>;
  listening: Promise<void> | undefined;
}

const hub: Hub = { accounts: new Map(), listening: undefined };

/**
 * Tells `push` of every committed change to an account's messages and balance, in this process or any
 * other, until the returned function is called. After a lost connection it says `refetch` and the balance.
 * A change is read once however many watch, and one read of an account follows the other.
 */
export async function watchMessages(accountId: string, push: Push): Promise<() => void> {
  hub.listening ??= startListening(hub);
  await hub.listening;
  const watched = hub.accounts.get(accountId) ?? newWatched();
  hub.accounts.set(accountId, watched);
  watched.pushes.add(push);
  return () => {
    watched.pushes.delete(push);
    if (watched.pushes.size > 0) return;
    clearTimeout(watched.timer);
    if (hub.accounts.get(accountId) === watched) hub.accounts.delete(accountId);
  };
}

async function startListening(hub: Hub): Promise<void> {
  await listen(
    ({ account, ids }) => note(hub, account, ids),
    () => recordGap(hub),
  );
}

function newWatched(): Watched {
  return { pushes: new Set(), changed: new Set(), reload: false, isDue: false, timer: undefined };
}

function note(hub: Hub, accountId: string, ids: string[] | null): void {
  const watched = hub.accounts.get(accountId);
  if (!watched) return;
  if (ids) for (const id of ids) watched.changed.add(id);
  if (!ids || watched.changed.size > maxChanged) watched.reload = true;
  if (watched.reload) watched.changed.clear();
  watched.isDue = true;
  watched.timer ??= setTimeout(() => void notifyDue(accountId, watched), gatherMs);
}

function recordGap(hub: Hub): void {
  for (const accountId of hub.accounts.keys()) note(hub, accountId, null);
}

async function notifyDue(accountId: string, watched: Watched): Promise<void> {
  watched.isDue = false;
  try {
    await flush(accountId, watched);
  } catch (error) {
    log().error({ err: error }, "live update failed");
    publish(watched, { kind: "refetch" });
  }
  watched.timer = undefined;
  if (!watched.isDue || watched.pushes.size === 0) return;
  watched.timer = setTimeout(() => void notifyDue(accountId, watched), gatherMs);
}

async function flush(accountId: string, watched: Watched): Promise<void> {
  const ids = [...watched.changed];
  const { reload } = watched;
  watched.changed.clear();
  watched.reload = false;
  if (reload) {
    publish(watched, { kind: "refetch" });
  } else if (ids.length > 0) {
    const rows = await db()
      .select()
      .from(messages)
      .where(and(eq(messages.accountId, accountId), anyOf(messages.id, ids)))
      .orderBy(desc(messages.id));
    publish(watched, { kind: "messages", messages: await viewMessages(accountId, rows) });
  }
  publish(watched, {
    kind: "balance",
    credits: await getBalance({ actor: operatorOf(accountId) }),
  });
}

function publish(watched: Watched, event: LiveEvent): void {
  for (const push of watched.pushes) push(event);
}
