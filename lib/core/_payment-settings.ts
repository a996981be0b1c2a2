import { resolve } from "node:path";
import { z } from "zod";
import { count, text } from "./_setting-shapes";

/** Settings of prices and payments. */
export const paymentSettings = {
  PRICE_LIST: text
    .transform((path) => resolve(path))
    .optional()
    .describe(
      "A JSON file with the prices, shaped as in GET /api/pricing; the built-in list when unset.",
    ),
  TOP_UP_TEXT: text
    .max(500, "must have at most 500 characters")
    .optional()
    .describe("How to get more credits, as plain text on the Credits page; used without Stripe."),
  SELLER_NAME: text
    .max(200, "must have at most 200 characters")
    .optional()
    .describe(
      "Who sells credits, as invoices name it; set with SELLER_ADDRESS. Without both, purchases get receipts instead of invoices.",
    ),
  SELLER_ADDRESS: text
    .max(300, "must have at most 300 characters")
    .refine((text) => text.split("\n").length <= 8, "must have at most 8 lines")
    .optional()
    .describe("Address of the seller on invoices."),
  SELLER_TAX_ID: text
    .max(30, "must have at most 30 characters")
    .optional()
    .describe("Tax ID of the seller on invoices, such as a VAT number."),
  ADMIN_EMAIL: z
    .email({ error: "must look like admin@example.com" })
    .optional()
    .describe("Who is emailed when a payment is disputed; disputes are always logged."),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_\w+$/, "must look like sk_live_ and letters")
    .optional()
    .describe(
      "Stripe secret key for selling credits. Without it, only the administrator can grant credits.",
    ),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/, "must look like whsec_ and letters")
    .optional()
    .describe(
      "Signing secret of the Stripe endpoint APP_URL/api/payments/stripe; set with the key.",
    ),
  STRIPE_API_URL: z
    .url({ protocol: /^https?$/, error: "must look like https://api.stripe.com" })
    .default("https://api.stripe.com")
    .describe("Base URL of Stripe's API."),
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
    .describe("Another port that serves GET /api/metrics and nothing else, also with ROLE=worker."),
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
    .regex(/^[^=,\s]+=[^,]*(,[^=,\s]+=[^,]*)*$/, "must look like name=value,name=value")
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
