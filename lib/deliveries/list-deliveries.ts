import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { readDb } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId, publicId } from "../core/ids";
import { readInTurn } from "../core/limits/read-in-turn";
import { parseInput } from "../core/parse-input";
import { findEndpoint } from "../webhooks/find-endpoint";
import { toDeliveryView } from "./_delivery-view";
import { type DeliveryView, ListDeliveriesInput } from "./contract";
import { deliverySentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** The endpoint as on the wire, `whk_…`. */
  input: { endpointId: string; query: z.input<typeof ListDeliveriesInput> };
}

/**
 * The deliveries of an endpoint, newest event first; `nextCursor` is null at the end. Throws not_found, invalid_request,
 * and forbidden without `manage_webhooks`.
 */
export async function listDeliveries({ actor, input }: Wanted): Promise<{
  data: DeliveryView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "manage_webhooks");
  const { status, limit, cursor } = parseInput(ListDeliveriesInput, input.query);
  const endpoint = await findEndpoint(actor, input.endpointId);
  const { accountId, id } = endpoint;
  const rows = await readInTurn(accountId, () =>
    readDb()
      .select()
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.accountId, accountId),
          eq(webhookDeliveries.endpointId, id),
          cursor === undefined ? undefined : lt(webhookDeliveries.eventId, readCursor(cursor)),
          status === undefined ? undefined : eq(webhookDeliveries.status, status),
        ),
      )
      .orderBy(desc(webhookDeliveries.eventId))
      .limit(limit + 1),
  );
  const data = rows.slice(0, limit).map((row) => toDeliveryView(row, endpoint));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { data, nextCursor: last ? publicId("evt", last.eventId) : null };
}

function readCursor(cursor: string): string {
  const id = parsePublicId("evt", cursor);
  if (id) return id;
  const sentence = deliverySentences.wrongCursor;
  throw new AppError("invalid_request", sentence, { fields: { cursor: [sentence] } });
}
