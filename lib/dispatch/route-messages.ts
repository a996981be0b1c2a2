import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { carrierSetup } from "../carriers/carrier-setup";
import { carriersInService } from "../carriers/carriers-in-service";
import { carrierNames, chooseCarrier } from "../carriers/choose-carrier";
import { classOf } from "../carriers/choose-route";
import { db } from "../core/db";
import { log } from "../core/log";
import {
  type Assignment,
  assignCarriers,
  neverOffered,
  notAmong,
  pickRoutable,
  type Routable,
  unassignFrom,
} from "../messages/assign-carriers";
import { type CarrierQueue, dueIn, waiting } from "../messages/claim-messages";
import { recordEvents } from "../messages/record-events";
import { accountsWithWork } from "../queue/accounts-with-work";
import { publishChange } from "../queue/notice";

const batchSize = 500;

/** The version of the setup whose carriers every waiting message has been held against. */
const settled = { version: 0 };

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
  return assignAll(accounts, null);
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
  const accounts = await accountsWithWork({
    table: messages,
    open: waiting,
    due: sql`${dueIn(queue)} and ${neverOffered}`,
    order: sql`priority, due_at`,
  });
  return assignAll(accounts, carrier);
}

async function assignAll(accounts: string[], carrier: string | null): Promise<number> {
  if (accounts.length === 0) return 0;
  const inService = await carriersInService();
  let moved = 0;
  for (const accountId of accounts) {
    const ids = await db().transaction(async (tx) => {
      const picked = await pickRoutable({ accountId, carrier, limit: batchSize }, tx);
      const assigned = picked.map((message) => ({
        message,
        assignment: assign(accountId, message, inService),
      }));
      // One that has nowhere else to go stays where it is.
      const changes = assigned.filter(
        ({ assignment }) => carrier === null || inService.has(assignment.carrier ?? ""),
      );
      const rows = changes.map(({ assignment }) => assignment);
      const changed = await assignCarriers(accountId, rows, tx);
      const events = changes.flatMap(({ message, assignment }) => toEvent(message, assignment));
      await recordEvents(accountId, events, tx);
      moved += rows.filter((row) => row.carrier !== null).length;
      return changed;
    });
    publishChange(accountId, ids);
  }
  return moved;
}

function assign(accountId: string, message: Routable, inService: Set<string>): Assignment {
  const { id, to, from, priority, test } = message;
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

/** After the setup has changed: messages that wait for a carrier that is gone get another route. */
async function leaveUnknownCarriers(): Promise<void> {
  const { version } = carrierSetup();
  if (version === settled.version) return;
  const known = carrierNames();
  const due = sql`${notAmong(known)} and ${neverOffered}`;
  const accounts = await accountsWithWork({ table: messages, open: waiting, due, order: sql`id` });
  let left = 0;
  for (const accountId of accounts) {
    left += await db().transaction((tx) => unassignFrom(accountId, known, tx));
  }
  if (left > 0)
    log().info({ messages: left }, "messages of carriers that are gone are routed again");
  settled.version = version;
}
