import { textType } from "../metrics/print-readings";
import { collectFigures } from "../monitoring/collect-figures";
import { internalCalls } from "../operations/internal-calls";
import { demandFigures } from "./demand-figures";
import type { Route } from "./mount";

/** `/api/metrics`, for Prometheus. */
export const metricsRoutes: Route[] = [
  {
    call: internalCalls.getFigures,
    async respond(c) {
      demandFigures(c);
      c.header("Content-Type", textType);
      return c.body(await collectFigures());
    },
  },
];
