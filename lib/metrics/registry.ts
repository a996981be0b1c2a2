import { Counter, Histogram, Registry } from "prom-client";
import { processWide } from "../core/process-wide";
import { figureNames, figureOf, type LabelsOf, type NamesOf } from "./figures";

/** What this process counts. Made with the first thing that is counted. */
function registryHere(): Registry {
  return processWide("figures", () => {
    const registry = new Registry();
    for (const name of figureNames) {
      const { kind, labels, help, buckets = [] } = figureOf(name);
      const shape = { name, help, labelNames: labels, registers: [registry] };
      if (kind === "counter") new Counter(shape);
      if (kind === "histogram") new Histogram({ ...shape, buckets: [...buckets] });
    }
    return registry;
  });
}

/** A counter of this process. */
export function counterOf<Name extends NamesOf<"counter">>(name: Name): Counter<LabelsOf<Name>> {
  return registryHere().getSingleMetric(name) as Counter<LabelsOf<Name>>;
}

/** A histogram of this process. */
export function histogramOf<Name extends NamesOf<"histogram">>(
  name: Name,
): Histogram<LabelsOf<Name>> {
  return registryHere().getSingleMetric(name) as Histogram<LabelsOf<Name>>;
}
