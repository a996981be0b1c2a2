import { z } from "zod";

/** The base URL of a service, without a slash at the end. */
export const baseUrl = z
  .url({ protocol: /^https?$/, error: "must look like https://api.example.com" })
  .transform((url) => url.replace(/\/+$/, ""));

/** A secret of a carrier: `env:NAME`, `secret:NAME`, or the secret itself. Read it with its references filled in. */
export const carrierSecret = z.string().min(1).max(4096).meta({ secret: true });
