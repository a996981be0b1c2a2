import { z } from "zod";
import { count, text } from "./_setting-shapes";

/** Settings of what an installation reports about itself: figures, alarms, and traces. */
export const monitoringSettings = {
  METRICS_TOKEN: z
    .string()
    .min(16, "must have at least 16 characters")
    .max(256, "must have at most 256 characters")
    .optional()
    .describe(
      "Bearer token for GET /api/metrics. If unset, only this machine may read it, not through a proxy, and while APP_URL is local.",
    ),
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe(
      "Another port that serves GET /api/metrics and nothing else, also with ROLE=worker, where it needs METRICS_TOKEN.",
    ),
  ALARM_QUEUE_SECONDS: count
    .default(600)
    .describe("Alarm when a message has been due for longer; 0 turns this alarm off."),
  ALARM_FAILURE_PERCENT: count
    .max(100, "must be at most 100")
    .default(50)
    .describe(
      "Alarm when this percentage of a carrier's messages is not delivered, of at least 20 with a final status within ALARM_FAILURE_MINUTES; 0 turns it off.",
    ),
  ALARM_FAILURE_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1440)
    .default(15)
    .describe("Minutes that ALARM_FAILURE_PERCENT looks back."),
  ALARM_DISK_MB: count
    .default(1000)
    .describe("Alarm when the disk of DATA_DIR has less left, in MB; 0 turns it off."),
  ALARM_CARRIER_BALANCE: z.coerce
    .number()
    .min(0)
    .default(10)
    .describe(
      "Alarm when less is left at a carrier that tells its balance, in the carrier's unit; 0 turns it off.",
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "must look like http://127.0.0.1:4318" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional()
    .describe(
      "OpenTelemetry collector that gets traces by OTLP over HTTP as JSON; none when unset.",
    ),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .max(4096, "must have at most 4096 characters")
    .regex(
      /^[^=,\s]+=([^,%]|%[\da-f]{2})*(,[^=,\s]+=([^,%]|%[\da-f]{2})*)*$/i,
      "must look like name=value,name=value, with %25 for each %",
    )
    .optional()
    .describe("Headers for the collector, such as its key."),
  OTEL_SERVICE_NAME: text.default("depesza").describe("Name of this installation in traces."),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe("Share of messages and requests that are traced, from 0 to 1."),
};
