import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId, publicId } from "../core/ids";
import { readInTurn } from "../core/limits/read-in-turn";
import { parseInput } from "../core/parse-input";
import { findEndpoint, type Owner } from "../webhooks/find-endpoint";
import { toDeliveryView } from "./_delivery-view";
import { type DeliveryView, ListDeliveriesInput } from "./contract";
import { deliverySentences } from "./sentences";

/** What an endpoint was sent, newest event first; `nextCursor` is null at the end. Throws not_found, invalid_request. */
export async function listDeliveries(
  owner: Owner,
  endpointId: string,
  input: z.input<typeof ListDeliveriesInput>,
): Promise<{ data: DeliveryView[]; nextCursor: string | null }> {
  const { status, limit, cursor } = parseInput(ListDeliveriesInput, input);
  const endpoint = await findEndpoint(owner, endpointId);
  const { accountId, id } = endpoint;
  const rows = await readInTurn(accountId, () =>
    db()
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
