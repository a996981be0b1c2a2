import { sql } from "drizzle-orm";
import { Hono } from "hono";
import { db } from "../core/db";
import type { ApiEnv } from "./context";

/** `/api/health`: for load balancers and scripts. `live` is the process, `ready` also the database. */
export const healthRoutes = new Hono<ApiEnv>()
  .get("/live", (c) => c.json({ status: "ok" }))
  .get("/ready", async (c) => {
    await db().execute(sql`select 1`);
    return c.json({ status: "ok" });
  });
