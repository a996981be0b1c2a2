import { z } from "zod";
import type { Operation } from "./operation";

const Liveness = z.object({ status: z.literal("ok") });

const Readiness = z.object({
  status: z.literal("ok"),
  checks: z.object({
    database: z.literal("ok"),
    migrations: z.literal("ok"),
    worker: z.enum(["ok", "late"]).meta({
      description: "`late` when no worker has been seen lately: messages are kept and leave later.",
    }),
  }),
});

/** `/api/health`. */
export const healthOperations: Operation[] = [
  {
    id: "getLiveness",
    method: "get",
    path: "/api/health/live",
    tag: "Health",
    summary: "Is the process up",
    description: "Answers as long as the process can answer at all. Restart what does not.",
    scope: null,
    answers: {
      200: {
        description: "The process is up.",
        schema: Liveness,
        examples: [{ name: "ok", summary: "Up", value: { status: "ok" } }],
      },
    },
    errors: [],
  },
  {
    id: "getReadiness",
    method: "get",
    path: "/api/health/ready",
    tag: "Health",
    summary: "Can it take requests",
    description:
      "Answers 200 when the database is reachable and migrated. Take a process out of rotation while it does not.",
    scope: null,
    answers: {
      200: {
        description: "Requests are welcome.",
        schema: Readiness,
        examples: [
          {
            name: "ok",
            summary: "All is well",
            value: { status: "ok", checks: { database: "ok", migrations: "ok", worker: "ok" } },
          },
        ],
      },
    },
    errors: ["unavailable"],
  },
];
