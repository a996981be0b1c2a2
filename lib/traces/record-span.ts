import { env } from "../core/env";
import { log } from "../core/log";
import { once } from "../core/once";
import { within } from "../core/within";
import { openExporter } from "./_open-exporter";

/** A place in a trace, in hexadecimal digits. */
export interface SpanRef {
  traceId: string;
  spanId: string;
}

/** Something that was done, once it is over. */
export interface Span extends SpanRef {
  name: string;
  kind: "server" | "client" | "internal";
  /** The span of the same trace that it is a part of. */
  parentId?: string | undefined;
  /** A span of another trace that it goes back to. */
  link?: SpanRef | undefined;
  /** Unix time in milliseconds, with fractions. */
  startMs: number;
  endMs: number;
  /** Never a text, a number of a phone, or a secret. */
  attributes: Record<string, string | number | boolean>;
  isError?: boolean;
}

const flushMs = 1000;

/** Whether spans are recorded at all. Without a collector nothing of it is even loaded. */
export const isTracing = once(() => env().OTEL_EXPORTER_OTLP_ENDPOINT !== undefined);

const exporter = once(openExporter);

/** Hands a span to the exporter, which sends it with others; one too many is dropped. Never throws, and nobody waits. */
export function recordSpan(span: Span): void {
  if (!isTracing() || !isSampled(span.traceId)) return;
  exporter().then(
    (opened) => opened.add(span),
    (error: unknown) => log().warn({ err: error }, "a span was not recorded"),
  );
}

/** Sends what has been recorded, at most a second long. */
export async function flushSpans(): Promise<void> {
  if (!isTracing()) return;
  const flushed = exporter().then((opened) => opened.flush());
  await within(flushed, flushMs, () => new Error("no response in time")).catch(() => undefined);
}

/** By the last digits of its ID, so that all processes say the same of a trace. */
function isSampled(traceId: string): boolean {
  return Number.parseInt(traceId.slice(-8), 16) / 2 ** 32 < env().OTEL_TRACES_SAMPLER_ARG;
}

/** The time now, as spans have it. */
export function spanTime(): number {
  return performance.timeOrigin + performance.now();
}
