import { Hono } from "hono";
import { checkReadiness } from "./check-readiness";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";

/** `/api/health`: for load balancers and scripts. `live` is the process, `ready` also what it stands on. */
export const healthRoutes = new Hono<ApiEnv>()
  .get("/live", (c) => c.json({ status: "ok" }))
  .all("/live", methodNotAllowed("GET"))
  .get("/ready", async (c) => c.json(await checkReadiness()))
  .all("/ready", methodNotAllowed("GET"));
