import { z } from "zod";
import type { Operation } from "./operation";

const Liveness = z.object({ status: z.literal("ok") });

const Checks = z.object({
  database: z.literal("ok"),
  migrations: z.literal("ok"),
  disk: z.enum(["ok", "low"]).meta({
    description:
      "`low` when the disk of the embedded database has less than 200 MB left. With less than 32 MB, or when the database itself reports a full disk, the response is 503.",
  }),
  worker: z.enum(["ok", "late"]).meta({
    description: "`late` when no worker has reported lately: messages are accepted and sent later.",
  }),
  carrier: z.enum(["ok", "in_trouble"]).meta({
    description:
      "`in_trouble` while the carrier accepts no messages. The API still accepts them and they are sent later.",
  }),
  replica: z.enum(["ok", "late", "away"]).optional().meta({
    description:
      "Only with `DATABASE_READ_URL`. `late` or `away` while lists and exports read from the primary.",
  }),
  backup: z.enum(["ok", "late"]).optional().meta({
    description:
      "Only with `BACKUP_DIR`. `late` when the last backup is older than two intervals, or there is none.",
  }),
});

const Readiness = z.object({ status: z.literal("ok"), checks: Checks });

/** How the installation does, with the state of each part. */
export type Health = z.output<typeof Health>;

const Health = z.object({
  status: z.enum(["ok", "degraded", "unavailable"]).meta({
    description:
      "`degraded` while messages are accepted and one of `parts` isn't `ok`; `unavailable` while none can be accepted.",
  }),
  version: z.string().meta({ description: "The version of Depesza that responds." }),
  parts: z
    .object({
      database: Checks.shape.database.or(z.literal("failed")),
      migrations: Checks.shape.migrations.or(z.literal("failed")),
      disk: z.enum(["ok", "low", "failed"]),
      ...{ worker: Checks.shape.worker, carrier: Checks.shape.carrier },
      ...{ replica: Checks.shape.replica, backup: Checks.shape.backup },
    })
    .partial()
    .meta({
      description:
        "The state of each part, as in `checks` of readiness. If one has `failed`, those that weren't checked are missing.",
    }),
});

const getHealth = {
  id: "getHealth",
  method: "get",
  path: "/api/health",
  tag: "Health",
  summary: "Get version and health",
  description:
    "Returns the version of the process that responds, such as to see that an upgrade has arrived, and the state of each part. The status code is 200 in any case: use readiness to decide about traffic.",
  scope: null,
  answers: {
    200: {
      description: "The process is up.",
      schema: Health,
      examples: [
        {
          name: "ok",
          summary: "All is well",
          value: {
            status: "ok",
            version: "0.3.0",
            parts: {
              ...{ database: "ok", migrations: "ok", disk: "ok" },
              ...{ worker: "ok", carrier: "ok" },
            },
          },
        },
        {
          name: "unavailable",
          summary: "The database is down",
          value: { status: "unavailable", version: "0.3.0", parts: { database: "failed" } },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const getLiveness = {
  id: "getLiveness",
  method: "get",
  path: "/api/health/live",
  tag: "Health",
  summary: "Check liveness",
  description:
    "Returns 200 as long as the process responds at all. Restart a process that doesn't.",
  scope: null,
  answers: {
    200: {
      description: "The process is up.",
      schema: Liveness,
      examples: [{ name: "ok", summary: "Up", value: { status: "ok" } }],
    },
  },
  errors: [],
} satisfies Operation;

const getReadiness = {
  id: "getReadiness",
  method: "get",
  path: "/api/health/ready",
  tag: "Health",
  summary: "Check readiness",
  description:
    "Returns 200 if the database is migrated and accepts writes, which is checked at most once per second. Take a process out of rotation while it returns 503. A worker that is late, a carrier in trouble, a replica that isn't read from, a late backup, and a disk that fills up are reported in `checks` only.",
  scope: null,
  answers: {
    200: {
      description: "Ready to accept requests.",
      schema: Readiness,
      examples: [
        {
          name: "ok",
          summary: "Ready",
          value: {
            status: "ok",
            checks: {
              database: "ok",
              migrations: "ok",
              disk: "ok",
              worker: "ok",
              carrier: "ok",
            },
          },
        },
      ],
    },
  },
  errors: ["unavailable"],
} satisfies Operation;

/** `/api/health`. */
export const healthOperations = { getHealth, getLiveness, getReadiness };
