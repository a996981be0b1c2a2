import { count, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { maskUrl } from "../activity/mask-url";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { parseInput } from "../core/parse-input";
import { demandAlarms } from "./_demand-alarms";
import { toEndpointView } from "./_endpoint-view";
import { CreateEndpointInput, type EndpointWithSecret } from "./contract";
import { endLeftListeners } from "./end-left-listeners";
import { endpointsOf } from "./find-endpoint";
import { guardUrl, readUrl } from "./guard-url";
import { webhookSentences } from "./sentences";
import { makeSecret } from "./sign-payload";

/** Endpoints an account may have, live and test together. */
export const maxEndpoints = 10;

interface Wanted {
  actor: Actor;
  /** A `CreateEndpointInput` that nobody has checked. */
  input: unknown;
}

/**
 * Creates an endpoint: for test events if the actor is in test mode, otherwise for live ones. With `listen`, a program
 * requests its events. Throws invalid_request, conflict when there are ten, and forbidden without `manage_webhooks` and for
 * alarms if the account is no administrator's.
 */
export async function createEndpoint({ actor, input }: Wanted): Promise<EndpointWithSecret> {
  demandPermission(actor, "manage_webhooks");
  const { accountId } = actor;
  const { url, events, description, listen } = parseInput(CreateEndpointInput, input);
  const row = {
    accountId,
    test: actor.mode === "test",
    id: newId(),
    url: (listen ? readUrl(url) : guardUrl(url)).href,
    events,
    description: description ?? null,
    secret: makeSecret(),
    pulledAt: listen ? await databaseNow() : null,
  };
  const [created] = await db().transaction(async (tx) => {
    await endLeftListeners(accountId, tx);
    await demandRoom(accountId, tx);
    await demandAlarms(row, tx);
    const rows = await tx.insert(webhookEndpoints).values(row).returning();
    const target = { id: publicId("whk", row.id), name: maskUrl(row.url) };
    const after = { events, description: row.description, mode: row.test ? "test" : "live" };
    await recordActivity({ actor, action: "endpoint.created", target, after }, tx);
    return rows;
  });
  if (!created) throw new AppError("internal", webhookSentences.notCreated);
  return { ...toEndpointView(created), secret: created.secret };
}

/** Holds the account's row until commit, so that two endpoints at once cannot both be the tenth. */
async function demandRoom(accountId: string, tx: Tx): Promise<void> {
  await tx.execute(sql`select 1 from ${accounts} where id = ${accountId} for update`);
  const [made] = await tx
    .select({ number: count() })
    .from(webhookEndpoints)
    .where(endpointsOf({ accountId, mode: null }));
  if ((made?.number ?? 0) >= maxEndpoints) {
    throw new AppError("conflict", webhookSentences.tooMany({ max: maxEndpoints }));
  }
}
