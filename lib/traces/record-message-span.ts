import { randomBytes } from "node:crypto";
import { publicId } from "../core/ids";
import { isTracing, recordSpan } from "./record-span";
import type { Span, SpanRef } from "./span";

/** A step on the way of a message. */
export interface Step
  extends Pick<Span, "name" | "kind" | "startMs" | "endMs" | "attributes" | "isError" | "link"> {
  /** Of a message, or whatever else an event is about. */
  messageId: string;
  /** It is the beginning of the way. */
  isRoot?: boolean;
}

/** Where the way of a message begins: its trace has the ID of the message, so that every process knows it. */
export function rootOf(messageId: string): SpanRef {
  const traceId = messageId.replaceAll("-", "");
  return { traceId, spanId: traceId.slice(-16) };
}

/** Records a step of a message in its trace. */
export function recordMessageSpan({ messageId, isRoot = false, ...step }: Step): void {
  if (!isTracing()) return;
  const root = rootOf(messageId);
  const attributes = { ...step.attributes, "depesza.message_id": publicId("msg", messageId) };
  recordSpan({
    ...step,
    attributes,
    ...(isRoot ? root : { traceId: root.traceId, spanId: newSpanId(), parentId: root.spanId }),
  });
}

export function newSpanId(): string {
  return randomBytes(8).toString("hex");
}
