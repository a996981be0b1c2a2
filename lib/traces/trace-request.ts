import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { once } from "../core/once";
import { newSpanId, recordMessageSpan, rootOf } from "./record-message-span";
import { isTracing, recordSpan, spanTime } from "./record-span";
import type { SpanRef } from "./span";

interface Asked {
  /** The header of that name. */
  traceparent: string | null | undefined;
  /** What there is to say of it once it is answered; undefined if somebody else answers. */
  describe(): { method: string; route: string; status: number } | undefined;
}

/** A request that is being answered. */
interface Current extends SpanRef {
  /** The message that it sent, when it is one that sends one. */
  messageId?: string;
}

const storage = once(() => new AsyncLocalStorage<Current>());

/**
 * Does the work of a request and records it as a span: the beginning of a message's trace if it sent one, with a link to
 * where the client's `traceparent` leads; else a part of the client's trace.
 */
export async function traceRequest<T>(asked: Asked, work: () => Promise<T>): Promise<T> {
  if (!isTracing()) return work();
  const from = readTraceparent(asked.traceparent);
  const traceId = from?.traceId ?? randomBytes(16).toString("hex");
  const current: Current = { traceId, spanId: newSpanId() };
  const startMs = spanTime();
  try {
    return await storage().run(current, work);
  } finally {
    const answered = asked.describe();
    if (answered) recordRequest({ ...answered, current, from, startMs });
  }
}

interface Answered {
  method: string;
  route: string;
  status: number;
  current: Current;
  from: SpanRef | undefined;
  startMs: number;
}

function recordRequest({ method, route, status, current, from, startMs }: Answered): void {
  const { messageId, ...place } = current;
  recordSpan({
    ...(messageId ? { ...rootOf(messageId), link: from } : { ...place, parentId: from?.spanId }),
    ...{ name: `${method} ${route}`, kind: "server", startMs, endMs: spanTime() },
    attributes: {
      "http.request.method": method,
      "http.route": route,
      "http.response.status_code": status,
    },
    isError: status >= 500,
  });
}

interface Admitted {
  messageIds: string[];
  /** Since when they waited to be admitted. */
  startMs: number;
  /** A request of its own sent it. */
  isSingle: boolean;
}

/** Records that messages were accepted, within the request that sent them if there is one. */
export function traceAdmission({ messageIds, startMs, isSingle }: Admitted): void {
  if (!isTracing()) return;
  const request = storage().getStore();
  const [first] = messageIds;
  if (request && isSingle && first) request.messageId = first;
  const isRoot = !(request && isSingle);
  const link = isRoot && request ? { traceId: request.traceId, spanId: request.spanId } : undefined;
  const step = { name: "admit", kind: "internal", startMs, endMs: spanTime(), link } as const;
  const attributes = { "messaging.batch.message_count": messageIds.length };
  for (const messageId of messageIds) recordMessageSpan({ ...step, messageId, isRoot, attributes });
}

/** W3C Trace Context, version 00; undefined for anything else. */
function readTraceparent(header: string | null | undefined): SpanRef | undefined {
  const [, traceId, spanId] =
    /^00-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}$/.exec(header ?? "") ?? [];
  if (!traceId || !spanId || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId };
}
