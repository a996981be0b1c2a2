import { resolve } from "node:path";
import { z } from "zod";
import { text } from "./_setting-shapes";

/** Settings of where and as what a process runs. */
export const processSettings = {
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe("Port to serve on."),
  HOST: text.default("0.0.0.0").describe("Address to listen on."),
  ROLE: z
    .enum(["all", "web", "api", "worker"])
    .default("all")
    .describe("Which part this process runs: all, web, api, or worker."),
  PROCESSES: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe(
      "Processes that serve the API, on one port. If unset, one per core beyond two and per GB of memory, at most 8. With 2 or more, the worker has its own.",
    ),
  DATA_DIR: text
    .default(".data")
    .transform((path) => resolve(path))
    .describe(
      "Folder for the embedded database, generated secrets, and emails saved when SMTP_URL is unset.",
    ),
};
