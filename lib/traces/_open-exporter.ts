import type { Link } from "@opentelemetry/api";
import packageJson from "@/package.json";
import { env } from "../core/env";
import type { Span, SpanRef } from "./span";

/** So many spans wait for the collector; more are dropped. */
const maxWaiting = 8192;
const maxBatch = 512;
const sendEveryMs = 1000;
const sendMs = 5000;
/** What a span's flags say: it is recorded. */
const sampled = 1;

interface Exporter {
  add(span: Span): void;
  flush(): Promise<void>;
}

/** Loads OpenTelemetry and opens the way to the collector. */
export async function openExporter(): Promise<Exporter> {
  const [{ ROOT_CONTEXT, SpanKind, SpanStatusCode, trace }, sdk, otlp, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/api"),
      import("@opentelemetry/sdk-trace-base"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME } = env();
  const exporter = new otlp.OTLPTraceExporter({
    url: `${endpoint}/v1/traces`,
    headers: readHeaders(),
    timeoutMillis: sendMs,
  });
  const processor = new sdk.BatchSpanProcessor(exporter, {
    maxQueueSize: maxWaiting,
    maxExportBatchSize: maxBatch,
    scheduledDelayMillis: sendEveryMs,
    exportTimeoutMillis: sendMs,
  });
  const next: SpanRef = { traceId: "", spanId: "" };
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({
      "service.name": OTEL_SERVICE_NAME,
      "service.version": packageJson.version,
    }),
    sampler: new sdk.AlwaysOnSampler(),
    // IDs of spans follow from those of messages, so that processes need not tell each other.
    idGenerator: { generateTraceId: () => next.traceId, generateSpanId: () => next.spanId },
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer("depesza", packageJson.version);
  const kinds = {
    server: SpanKind.SERVER,
    client: SpanKind.CLIENT,
    internal: SpanKind.INTERNAL,
  };

  function add({ traceId, spanId, parentId, link, ...span }: Span): void {
    Object.assign(next, { traceId, spanId });
    const context = (ref: SpanRef) => ({ ...ref, traceFlags: sampled, isRemote: true });
    const parent = parentId
      ? trace.setSpanContext(ROOT_CONTEXT, context({ traceId, spanId: parentId }))
      : ROOT_CONTEXT;
    const links: Link[] = link ? [{ context: context(link) }] : [];
    const { name, kind, startMs, attributes } = span;
    const options = { kind: kinds[kind], startTime: startMs, attributes, links };
    const made = tracer.startSpan(name, options, parent);
    if (span.isError) made.setStatus({ code: SpanStatusCode.ERROR });
    made.end(span.endMs);
  }

  return { add, flush: () => provider.forceFlush() };
}

function readHeaders(): Record<string, string> {
  const { OTEL_EXPORTER_OTLP_HEADERS: list = "" } = env();
  const pairs = list.split(",").filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
    }),
  );
}
