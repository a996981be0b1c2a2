import { version } from "../monitoring/version";
import { healthOperations } from "../operations/health-operations";
import { checkReadiness } from "./check-readiness";
import { serve } from "./serve";

/** `/api/health`: for load balancers and scripts. `live` is the process, `ready` also what it stands on. */
export const healthRoutes = serve(healthOperations, {
  async getHealth() {
    const { checks } = await checkReadiness();
    const isWell = Object.values(checks).every((state) => state === "ok");
    return { status: isWell ? ("ok" as const) : ("degraded" as const), version, parts: checks };
  },
  getLiveness: () => ({ status: "ok" as const }),
  getReadiness: () => checkReadiness(),
});
