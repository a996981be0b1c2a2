import { resolve } from "node:path";
import { z } from "zod";
import { text } from "./_setting-shapes";
import { isSubnet } from "./address-list";

/** Settings of the carriers. */
export const carrierSettings = {
  CARRIER_CALLBACK_URL: z
    .url({ protocol: /^https?$/, error: "must look like http://127.0.0.1:3000" })
    .optional()
    .describe(
      "Where the simulator reports to; this process, or APP_URL for ROLE=worker, when unset.",
    ),
  CARRIERS_FILE: text
    .transform((path) => resolve(path))
    .optional()
    .describe("File that names carriers and routes; carriers.json in DATA_DIR when unset."),
  SMS_API_URL: z
    .url({ protocol: /^https?$/, error: "must look like https://msg-api.example" })
    .transform((url) => url.replace(/\/+$/, "").replace(/\/api\/sms$/, ""))
    .optional()
    .describe(
      "An HTTP SMS API of the documented shape that live messages go to; the simulator when unset.",
    ),
  SMS_API_TOKEN: text.optional().describe("Bearer token at SMS_API_URL; both or neither are set."),
  SMS_API_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]+=*$/, "must look like whsec_ and base64")
    .optional()
    .describe("Standard Webhooks secret of an upstream that signs its events; then all must be."),
  SMS_API_ADDRESSES: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every(isSubnet), {
      error: "must be addresses or CIDR ranges such as 10.0.0.0/8",
    })
    .describe("Addresses or CIDR ranges the upstream's events must come from; any when unset."),
};
