import { z } from "zod";
import { isSubnet } from "./address-list";

/** Settings of customers' webhooks. */
export const webhookSettings = {
  WEBHOOK_RETRY_SCHEDULE: z
    .string()
    .default("0,5,300,1800,7200,18000,36000,50400,72000,86400")
    .transform((list) => list.split(",").map((seconds) => Number(seconds.trim() || Number.NaN)))
    .refine((steps) => steps.every((seconds) => seconds >= 0), {
      error: "must be seconds separated by commas, such as 0,5,300",
    })
    .describe("Seconds to wait before each webhook delivery attempt, separated by commas."),
  WEBHOOK_TIMEOUT: z.coerce
    .number()
    .positive()
    .max(60)
    .default(15)
    .describe("Timeout in seconds for a webhook endpoint to respond."),
  WEBHOOK_DISABLE_AFTER: z.coerce
    .number()
    .positive()
    .default(432_000)
    .describe("Seconds of continuous failures after which an endpoint is disabled."),
  WEBHOOK_ALLOW_SUBNETS: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every(isSubnet), {
      error: "must be addresses or CIDR ranges such as 10.0.0.0/8",
    })
    .describe(
      "Private addresses or CIDR ranges that webhooks may go to, on any port, also by http.",
    ),
  WEBHOOK_ALLOW_HTTP: z
    .enum(["yes", "no"])
    .default("no")
    .describe("Whether webhooks may go to public addresses by http: yes or no."),
};
