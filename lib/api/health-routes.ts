import { healthOperations } from "../operations/health-operations";
import { checkHealth } from "./check-health";
import { checkReadiness } from "./check-readiness";
import { serve } from "./serve";

/** `/api/health`: for load balancers and scripts. `live` is the process, `ready` also what it stands on. */
export const healthRoutes = serve(healthOperations, {
  getHealth: () => checkHealth(),
  getLiveness: () => ({ status: "ok" as const }),
  getReadiness: () => checkReadiness(),
});
