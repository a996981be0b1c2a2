import { z } from "zod";
import { addressList, isSubnet } from "../core/address-list";

/** The base URL of a service, without a slash at the end. */
export const baseUrl = z
  .url({ protocol: /^https?$/, error: "must look like https://api.example.com" })
  .transform((url) => url.replace(/\/+$/, ""));

/** A secret of a carrier: `env:NAME`, `secret:NAME`, or the secret itself. Read it with its references filled in. */
export const carrierSecret = z.string().min(1).max(4096).meta({ secret: true });

/** Addresses that reports must come from; any when empty. Ask about one with `isAllowedBy`. */
export const allowedAddresses = z
  .array(z.string().refine(isSubnet, "must be an address or a CIDR range such as 10.0.0.0/8"))
  .max(100)
  .default([]);

/** Whether a report may come from an address, by such a setting. */
export function isAllowedBy(addresses: string[]): (address: string | null) => boolean {
  return addresses.length > 0 ? addressList(addresses) : () => true;
}

/** The settings of a kind, by their names. */
export function settingsOf(schema: z.ZodType | undefined): Record<string, z.ZodType> {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
}
