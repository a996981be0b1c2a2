import { z } from "zod";
import { count, text } from "./_setting-shapes";
import { isSubnet } from "./address-list";
import { readRedisUrl } from "./redis-url";

/** Settings of proxies and rate limits. */
export const limitSettings = {
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every(isSubnet), "must list addresses or CIDR ranges")
    .describe("Proxies (IP addresses or CIDR ranges) that may set X-Forwarded-* headers."),
  RATE_LIMIT_BURST: count
    .default(100)
    .describe("API requests an account may make in one second; 0 disables the limit."),
  RATE_LIMIT_SUSTAINED: count
    .default(3000)
    .describe("API requests an account may make in one minute; 0 disables the limit."),
  RATE_LIMIT_MESSAGES: count
    .default(30_000)
    .describe("Messages an account may send in one minute; 0 disables the limit."),
  RATE_LIMIT_TEST_MESSAGES: count
    .default(10_000)
    .describe("Test messages an account may send in one minute; 0 disables the limit."),
  REDIS_URL: text
    .refine((url) => readRedisUrl(url), {
      error:
        "must look like redis://:password@host:6379/0, redis+sentinel://host:26379,host:26379/name, or redis+cluster://host:6379,host:6379",
    })
    .optional()
    .describe(
      "Redis or Valkey for rate limits shared by several machines, also behind Sentinel or as a Cluster. If unset, each npm start counts separately.",
    ),
};
