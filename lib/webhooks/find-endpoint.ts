import { and, eq, isNull, type SQL } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Actor } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { webhookSentences } from "./sentences";

/** What of an actor says which endpoints are meant: with a mode, only those of test messages or only those of live ones. */
type Reach = Pick<Actor, "accountId" | "mode">;

export type Endpoint = typeof webhookEndpoints.$inferSelect;

/** The row behind `whk_…`. Throws not_found: foreign, deleted, of the other mode and unknown are one answer. */
export async function findEndpoint(actor: Reach, endpointId: string): Promise<Endpoint> {
  const [row] = await db().select().from(webhookEndpoints).where(whichEndpoint(actor, endpointId));
  if (!row) throw noSuchEndpoint();
  return row;
}

/** As `findEndpoint`, and holds the row until commit: nobody switches it on or off meanwhile. */
export async function lockEndpoint(actor: Reach, endpointId: string, tx: Tx): Promise<Endpoint> {
  const [row] = await tx
    .select()
    .from(webhookEndpoints)
    .where(whichEndpoint(actor, endpointId))
    .for("update");
  if (!row) throw noSuchEndpoint();
  return row;
}

/** The condition that names one endpoint of an actor. Throws not_found for an id that cannot exist. */
export function whichEndpoint(actor: Reach, endpointId: string): SQL | undefined {
  const id = parsePublicId("whk", endpointId);
  if (!id) throw noSuchEndpoint();
  return and(eq(webhookEndpoints.id, id), endpointsOf(actor));
}

/** The condition that names an actor's endpoints that are not deleted; hosts of callbacks are none. */
export function endpointsOf({ accountId, mode }: Reach): SQL | undefined {
  return and(
    eq(webhookEndpoints.accountId, accountId),
    eq(webhookEndpoints.kind, "endpoint"),
    isNull(webhookEndpoints.deletedAt),
    mode === null ? undefined : eq(webhookEndpoints.test, mode === "test"),
  );
}

/** Every secret in force, the newest first: two for a day after a rotation. */
export function secretsOf({ secret, previousSecret, previousUntil }: Endpoint): string[] {
  const isKept = previousSecret !== null && previousUntil !== null && previousUntil > new Date();
  return isKept ? [secret, previousSecret] : [secret];
}

/** Not there and not yours are the same answer. */
export function noSuchEndpoint(): AppError {
  return new AppError("not_found", webhookSentences.notFound);
}
