import { and, asc, desc, eq, lt } from "drizzle-orm";
import { webhookAttempts, webhookDeliveries } from "@/drizzle/schema/webhooks";
import { recordedPages } from "../activity/recorded-pages";
import { type Actor, demandPermission } from "../core/actor";
import { anyOf } from "../core/any-of";
import type { Separator } from "../core/csv-line";
import { readDb } from "../core/db";
import { publicId } from "../core/ids";
import { streamCsv } from "../core/stream-csv";
import { type Endpoint, findEndpoint } from "../webhooks/find-endpoint";
import { publicMessageId } from "./_delivery-view";

const pageSize = 100;
const heading = [
  ...["event_id", "event", "message_id", "state", "reason", "attempts", "created_at"],
  ...["attempt_at", "duration_ms", "http_status", "error", "next_attempt_at", "answer"],
];

interface Wanted {
  actor: Actor;
  /** The endpoint as on the wire, `whk_…`. */
  input: { endpointId: string; separator?: Separator };
}

/**
 * An endpoint's delivery log as CSV (RFC 4180, UTF-8 with a byte order mark), newest event first, one row per attempt.
 * The pages are read as the stream is. Throws not_found before the first byte, and forbidden without `manage_webhooks`.
 */
export async function exportDeliveries({
  actor,
  input,
}: Wanted): Promise<ReadableStream<Uint8Array>> {
  demandPermission(actor, "manage_webhooks");
  const { endpointId, separator = "," } = input;
  const file = { file: "deliveries", format: "csv" } as const;
  const endpoint = await findEndpoint(actor, endpointId);
  const pages = recordedPages({ actor, input: file }, pagesOf(endpoint));
  return streamCsv({ heading, pages, toCells: (cells) => cells, separator });
}

async function* pagesOf(endpoint: Endpoint): AsyncGenerator<unknown[][], undefined> {
  let last: string | undefined;
  do {
    const deliveries = await readDeliveries(endpoint, last);
    last = deliveries.length === pageSize ? deliveries.at(-1)?.eventId : undefined;
    if (deliveries.length > 0) yield await toRows(endpoint, deliveries);
  } while (last !== undefined);
}

type Delivery = Awaited<ReturnType<typeof readDeliveries>>[number];

function readDeliveries({ accountId, id }: Endpoint, before: string | undefined) {
  return readDb()
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.accountId, accountId),
        eq(webhookDeliveries.endpointId, id),
        before === undefined ? undefined : lt(webhookDeliveries.eventId, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.eventId))
    .limit(pageSize);
}

async function toRows({ accountId, id }: Endpoint, deliveries: Delivery[]): Promise<unknown[][]> {
  const eventIds = deliveries.map(({ eventId }) => eventId);
  const attempts = await readDb()
    .select()
    .from(webhookAttempts)
    .where(
      and(
        eq(webhookAttempts.accountId, accountId),
        eq(webhookAttempts.endpointId, id),
        anyOf(webhookAttempts.eventId, eventIds),
      ),
    )
    .orderBy(asc(webhookAttempts.id));
  const byEvent = new Map<string, typeof attempts>();
  for (const attempt of attempts) {
    byEvent.set(attempt.eventId, [...(byEvent.get(attempt.eventId) ?? []), attempt]);
  }
  return deliveries.flatMap((delivery) =>
    (byEvent.get(delivery.eventId) ?? [undefined]).map((attempt) => [
      ...deliveryCells(delivery),
      ...attemptCells(attempt),
    ]),
  );
}

function deliveryCells(row: Delivery): unknown[] {
  return [
    publicId("evt", row.eventId),
    row.type,
    publicMessageId(row),
    row.status,
    row.reason,
    row.attempts,
    row.createdAt,
  ];
}

function attemptCells(attempt: typeof webhookAttempts.$inferSelect | undefined): unknown[] {
  if (!attempt) return ["", "", "", "", "", ""];
  const { at, durationMs, status, error, nextAt, answer } = attempt;
  return [at, durationMs, status, error, nextAt, answer];
}
