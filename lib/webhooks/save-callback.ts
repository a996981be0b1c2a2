import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messageCallbacks, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db, type Tx } from "../core/db";
import { hashToUuid } from "../core/hash-to-uuid";
import { invalidFields } from "../core/invalid-fields";
import { makeSigner } from "./callback-signer";
import { guardUrl } from "./guard-url";
import { webhookSentences } from "./sentences";

/** Hosts to which the live messages of an account may report, and as many for its test messages. */
export const maxCallbackHosts = 100;

interface Wanted {
  actor: Actor;
  input: {
    /** Of a message that is not stored yet. */
    messageId: string;
    /** As the request says it; nobody has checked it. */
    url: string;
    /** What the receiver verifies the signatures with: the secret that the request was authenticated by. */
    authToken: string;
  };
}

/**
 * Stores where a message reports its statuses to, before the message itself is: so none is sent without it. A row whose
 * message is refused after all is dropped by `dropCallback`, or goes with the old ones. Throws invalid_request for a URL
 * that callbacks must not go to, or when the account has too many hosts, and forbidden without `send_messages`.
 */
export async function saveCallback({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "send_messages");
  const { accountId } = actor;
  const { href, origin } = guardUrl(input.url);
  const test = actor.mode === "test";
  const endpointId = hashToUuid(`${accountId} ${test ? "test" : "live"} ${origin}`);
  await db().transaction(async (tx) => {
    // Held until commit, so that `dropCallback` of another message does not delete it meanwhile.
    const [known] = await tx
      .select({ id: webhookEndpoints.id })
      .from(webhookEndpoints)
      .where(
        and(
          eq(webhookEndpoints.accountId, accountId),
          eq(webhookEndpoints.id, endpointId),
          isNull(webhookEndpoints.deletedAt),
        ),
      )
      .for("key share");
    if (!known) await addHost({ accountId, id: endpointId, test, url: origin }, tx);
    await tx.insert(messageCallbacks).values({
      accountId,
      messageId: input.messageId,
      endpointId,
      url: href,
      signer: makeSigner(input.authToken),
    });
  });
}

interface Host {
  accountId: string;
  id: string;
  test: boolean;
  /** Without a path, so that it never equals where an attempt went: what one message's URL answers disables no host. */
  url: string;
}

/**
 * Makes a host, or takes back one that no message has reported to for long. Holds the account's row until commit, so that
 * two hosts at once cannot both be the last.
 */
async function addHost(host: Host, tx: Tx): Promise<void> {
  const { accountId } = host;
  await tx.execute(sql`select 1 from ${accounts} where id = ${accountId} for update`);
  const [made] = await tx
    .select({ number: count() })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.accountId, accountId),
        eq(webhookEndpoints.kind, "callback"),
        eq(webhookEndpoints.test, host.test),
        isNull(webhookEndpoints.deletedAt),
      ),
    );
  if ((made?.number ?? 0) >= maxCallbackHosts) {
    throw invalidFields({ url: [webhookSentences.tooManyHosts({ max: maxCallbackHosts })] });
  }
  await tx
    .insert(webhookEndpoints)
    .values({ ...host, kind: "callback", events: [], secret: "" })
    .onConflictDoUpdate({
      target: [webhookEndpoints.accountId, webhookEndpoints.id],
      set: { deletedAt: null, enabled: true, disabledReason: null, disabledAt: null },
      setWhere: isNotNull(webhookEndpoints.deletedAt),
    });
}
