import { isIP } from "node:net";
import { and, eq } from "drizzle-orm";
import { activityEvents } from "@/drizzle/schema/activity";
import { tokens } from "@/drizzle/schema/tokens";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { storableText } from "../core/storable-text";
import type { ActivityAction, Fact, Facts } from "./contract";
import type { Doer } from "./who";

interface Activity {
  actor: Doer;
  action: ActivityAction;
  /** Whose log it is in: the actor's own, if left out. */
  accountId?: string | undefined;
  /** What it was done to: its ID as on the wire, and what people call it. */
  target?: { id?: string | undefined; name?: string | null | undefined } | undefined;
  before?: Facts | undefined;
  after?: Facts | undefined;
}

type Row = typeof activityEvents.$inferInsert;

const maxLabelLength = 200;
const maxAgentLength = 300;
const maxFacts = 24;
const maxFactLength = 500;
const maxItems = 30;
const maxItemLength = 100;

/** How our secrets look. No verb passes one on; should one ever do so, it isn't stored. */
const secret = /(?:actio_(?:live|test)_|whsec_|\$argon2)[^\s"]*/g;

/**
 * Records who did what, in the transaction that does it: the event is there exactly if the change is. Facts are cut to a
 * bounded size; secrets and texts of messages are never among them.
 */
export async function recordActivity(activity: Activity, tx: Tx): Promise<void> {
  const { actor, action, target, accountId = actor.accountId } = activity;
  await tx.insert(activityEvents).values({
    accountId,
    id: newId(),
    ...(await describeActor(behind(actor), accountId, tx)),
    action,
    targetId: target?.id ? cut(target.id, maxLabelLength) : null,
    targetLabel: target?.name ? cut(target.name, maxLabelLength) : null,
    before: storableFacts(activity.before),
    after: storableFacts(activity.after),
  });
}

type Described = Pick<Row, "actorKind" | "actorId" | "actorLabel" | "address" | "userAgent">;

/** Who it really is: the administrator for whom an account's operator acts. */
function behind(actor: Doer): Doer {
  return actor.kind === "operator" && actor.by ? actor.by : actor;
}

async function describeActor(actor: Doer, accountId: string, tx: Tx): Promise<Described> {
  if (actor.kind === "system") return { actorKind: "system" };
  const address = actor.address !== null && isIP(actor.address) ? actor.address : null;
  if (actor.kind === "operator") return { actorKind: "operator", address };
  if (actor.kind === "token") {
    const actorLabel = await nameOfToken(actor, tx);
    return { actorKind: "token", actorId: actor.tokenId, actorLabel, address };
  }
  // Who views the account as an administrator has the identity of one of its people, but did this themselves.
  const viewer = "viewing" in actor ? actor.viewing?.by : undefined;
  const isOwn = viewer === undefined && actor.accountId === accountId;
  return {
    actorKind: isOwn ? "user" : "admin",
    actorId: viewer === undefined ? actor.userId : null,
    actorLabel: cut(viewer ?? actor.email, maxLabelLength),
    address,
    userAgent: actor.userAgent && cut(actor.userAgent, maxAgentLength),
  };
}

async function nameOfToken(
  { accountId, tokenId }: { accountId: string; tokenId: string },
  tx: Tx,
): Promise<string | null> {
  const [token] = await tx
    .select({ name: tokens.name })
    .from(tokens)
    .where(and(eq(tokens.accountId, accountId), eq(tokens.id, tokenId)));
  return token ? cut(token.name, maxLabelLength) : null;
}

/** Facts as they are stored; null when there are none. */
function storableFacts(facts: Facts | undefined): Record<string, Fact> | null {
  const given = Object.entries(facts ?? {}).flatMap(([name, fact]) =>
    fact === undefined ? [] : [[name, storableFact(fact)] as const],
  );
  return given.length > 0 ? Object.fromEntries(given.slice(0, maxFacts)) : null;
}

function storableFact(fact: Fact): Fact {
  if (typeof fact === "string") return cut(fact, maxFactLength);
  if (typeof fact !== "object" || fact === null) return fact;
  const items = fact.slice(0, maxItems).map((item) => cut(item, maxItemLength));
  return fact.length > maxItems ? [...items, "…"] : items;
}

function cut(text: string, max: number): string {
  const safe = storableText(text.length > max ? `${text.slice(0, max)}…` : text);
  return safe.replace(secret, "…");
}
