import { resolve } from "node:path";
import { z } from "zod";
import { text } from "./_setting-shapes";

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
};
