import { z } from "zod";
import { count } from "./_setting-shapes";

/** Settings of accounts, and the keys of the installation. */
export const accountSettings = {
  SENDER_NAMES: z
    .enum(["open", "approved"])
    .default("open")
    .describe(
      "Which names live messages may come from: open for any valid one, approved for those that the administrator approved.",
    ),
  SIGN_UPS_PER_HOUR: count
    .default(20)
    .describe("Accounts one IP address may create in one hour; 0 disables the limit."),
  WELCOME_CREDITS: count
    .default(100)
    .describe("Credits an account starts with, once per email address."),
  ACTIVITY_DAYS: z.coerce
    .number()
    .int()
    .min(30)
    .max(36_500)
    .default(400)
    .describe("Days to keep the activity log, in whole months; 30 or more."),
  REQUEST_LOG: z
    .enum(["on", "off"])
    .default("on")
    .describe(
      "Whether Settings → API → Requests lists the API requests of the last 7 days: on or off.",
    ),
  AUTH_SECRET: z
    .string()
    .min(32, "must have at least 32 characters")
    .optional()
    .describe("Key of session cookies; generated at first start and saved in DATA_DIR if unset."),
  CARRIER_WEBHOOK_SECRET: z
    .string()
    .min(24, "must have at least 24 characters")
    .optional()
    .describe("Secret path part of /api/webhooks; generated and saved like AUTH_SECRET if unset."),
};
