import { env } from "../core/env";
import { log } from "../core/log";
import { once } from "../core/once";
import { processWide } from "../core/process-wide";
import { openExporter } from "./_open-exporter";
import type { Span } from "./span";

/** Whether spans are recorded at all. Without a collector nothing of it is even loaded. */
export const isTracing = once(() => env().OTEL_EXPORTER_OTLP_ENDPOINT !== undefined);

const exporter = () => processWide("spans", openExporter);

/** Hands a span to the exporter, which sends it with others; one too many is dropped. Never throws, and nobody waits. */
export function recordSpan(span: Span): void {
  if (!isTracing() || !isSampled(span.traceId)) return;
  exporter().then(
    (opened) => opened.add(span),
    (error: unknown) => log().warn({ err: error }, "a span was not recorded"),
  );
}

/** By the last digits of its ID, so that all processes say the same of a trace. */
function isSampled(traceId: string): boolean {
  return Number.parseInt(traceId.slice(-8), 16) / 2 ** 32 < env().OTEL_TRACES_SAMPLER_ARG;
}

/** The time now, as spans have it. */
export function spanTime(): number {
  return performance.timeOrigin + performance.now();
}
