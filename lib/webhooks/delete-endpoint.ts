import { sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { noSuchEndpoint, type Owner, whichEndpoint } from "./find-endpoint";

/** Deletes an endpoint and its secrets; what it was sent stays in the history. Throws not_found. */
export async function deleteEndpoint(owner: Owner, endpointId: string): Promise<void> {
  const [row] = await db()
    .update(webhookEndpoints)
    .set({
      enabled: false,
      secret: "",
      previousSecret: null,
      previousUntil: null,
      deletedAt: sql`now()`,
    })
    .where(whichEndpoint(owner, endpointId))
    .returning({ id: webhookEndpoints.id });
  if (!row) throw noSuchEndpoint();
}
