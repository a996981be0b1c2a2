import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { carrierSetup } from "../carriers/carrier-setup";
import { carriersInService } from "../carriers/carriers-in-service";
import { carrierNames, chooseCarrier, formerCarrier } from "../carriers/choose-carrier";
import { classOf } from "../carriers/choose-route";
import { db } from "../core/db";
import { log } from "../core/log";
import { accountsElsewhere } from "../messages/accounts-elsewhere";
import {
  type Assignment,
  assignCarriers,
  neverOffered,
  notAmong,
  type Place,
  pickRoutable,
  type Routable,
  unassignFrom,
} from "../messages/assign-carriers";
import { type CarrierQueue, dueIn, dueOrder, waiting } from "../messages/claim-messages";
import { recordEvents } from "../messages/record-events";
import { accountsWithWork } from "../queue/accounts-with-work";
import { publishChange } from "../queue/notice";

const batchSize = 500;

/** What one turn looks at of an account's queue whose carrier is in trouble. */
const maxBatches = 4;
/** Where the next turn goes on, by carrier and account; nothing for a queue that was looked through. */
const places = new Map<string, Place>();

/** The version of the setup whose carriers every waiting message has been held against, and when. */
const settled = { version: 0, at: 0 };
/** Another process may know a carrier for a moment longer, and an administrator send a message of an old one again. */
const settleEveryMs = 5000;

/**
 * Finds a route for due messages that have none yet: those of a route that led nowhere, of a carrier that is no longer
 * there, and of an earlier release. Returns how many found one.
 */
export async function routeMessages(): Promise<number> {
  await leaveUnknownCarriers();
  const accounts = await accountsWithWork({
    table: messages,
    open: sql`status in ('scheduled', 'queued') and carrier is null`,
    due: sql`due_at <= now()`,
    order: sql`due_at`,
  });
  if (accounts.length === 0) return 0;
  return assignAll(accounts, { carrier: null, inService: await carriersInService() });
}

/**
 * Passes on the due messages of a queue that its carrier never had, to the next route whose carrier takes messages;
 * those without one stay. What was offered to a carrier stays with it, whatever became of it. Returns how many moved.
 */
export async function reroute(queue: CarrierQueue): Promise<number> {
  const { carrier, test } = queue;
  const { routes } = carrierSetup();
  // With one carrier for everything there is nowhere else to go.
  if (test || routes.every((route) => route.carrier === carrier)) return 0;
  const inService = await carriersInService();
  if (!routes.some((route) => route.carrier !== carrier && inService.has(route.carrier))) return 0;
  const accounts = await accountsWithWork({
    table: messages,
    open: waiting,
    due: sql`${dueIn(queue)} and ${neverOffered}`,
    order: dueOrder,
  });
  return assignAll(accounts, { carrier, inService });
}

/** Whose messages are assigned, null for those without a carrier, and which carriers take them. */
interface Assigning {
  carrier: string | null;
  inService: Set<string>;
}

async function assignAll(accounts: string[], assigning: Assigning): Promise<number> {
  let moved = 0;
  for (const accountId of accounts) {
    const key = `${assigning.carrier} ${accountId}`;
    for (let batch = 0; batch < maxBatches; batch += 1) {
      const assigned = await assignBatch(accountId, { ...assigning, behind: places.get(key) });
      moved += assigned.moved;
      // Those that stay where they are must not hide the ones behind them.
      if (assigned.last && assigning.carrier !== null) places.set(key, assigned.last);
      else places.delete(key);
      if (!assigned.last) break;
    }
  }
  return moved;
}

async function assignBatch(
  accountId: string,
  { carrier, inService, behind }: Assigning & { behind: Place | undefined },
): Promise<{ moved: number; last: Place | undefined }> {
  const { ids, ...assigned } = await db().transaction(async (tx) => {
    const picked = await pickRoutable({ accountId, carrier, limit: batchSize, behind }, tx);
    // One that has nowhere else to go stays where it is.
    const changes = picked
      .map((message) => ({ message, assignment: assign(accountId, message, inService) }))
      .filter(({ assignment }) => carrier === null || inService.has(assignment.carrier ?? ""));
    const rows = changes.map(({ assignment }) => assignment);
    const changed = await assignCarriers(accountId, rows, tx);
    const events = changes.flatMap(({ message, assignment }) => toEvent(message, assignment));
    await recordEvents(accountId, events, tx);
    return {
      ids: changed,
      moved: rows.filter((row) => row.carrier !== null).length,
      last: picked.length < batchSize ? undefined : picked.at(-1),
    };
  });
  publishChange(accountId, ids);
  return assigned;
}

function assign(accountId: string, message: Routable, inService: Set<string>): Assignment {
  const { id, to, from, priority, test } = message;
  if (message.is_offered) return { id, carrier: formerCarrier(message) ?? null, route: null };
  const routed = { accountId, to, from, class: classOf(priority), test };
  const chosen =
    chooseCarrier(routed, (name) => inService.has(name)) ??
    // Nobody takes messages now: it waits for whom it would go to.
    chooseCarrier(routed);
  return { id, carrier: chosen?.carrier ?? null, route: chosen?.route ?? null };
}

function toEvent(message: Routable, { carrier, route }: Assignment) {
  const event = { messageId: message.id, test: message.test, source: "worker" as const };
  if (carrier !== null) return [{ ...event, type: "routed", reason: route ?? carrier }];
  return message.wait_reason === "no_route"
    ? []
    : [{ ...event, type: "deferred", reason: "no_route" }];
}

/** Messages that wait for a carrier that is gone get another route; after a change, so do those without one. */
async function leaveUnknownCarriers(): Promise<void> {
  const { version, problems } = carrierSetup();
  const known = carrierNames();
  const hasChanged = version !== settled.version;
  // One that cannot read the file as it stands does not know whose carriers are gone.
  const isDue = problems.length === 0 && Date.now() - settled.at >= settleEveryMs;
  if (!hasChanged && !isDue) return;
  const accounts = hasChanged
    ? await accountsWithWork({
        table: messages,
        open: waiting,
        due: sql`${notAmong(known)} and ${neverOffered}`,
        order: dueOrder,
      })
    : await accountsElsewhere(known);
  let left = 0;
  for (const accountId of accounts) {
    left += await db().transaction((tx) => unassignFrom(accountId, known, tx));
  }
  if (left > 0)
    log().info({ messages: left }, "messages of carriers that are gone are routed again");
  settled.version = version;
  settled.at = Date.now();
}
