import { version } from "../core/version";
import { gatherProcesses } from "../metrics/gather-processes";
import { printReadings } from "../metrics/print-readings";
import { toReading } from "../metrics/reading";
import { installationReadings } from "./installation-readings";
import { readInstallation } from "./read-installation";

/**
 * Every figure of the installation in the text format of Prometheus: what each process counts, and what the database and
 * the carriers say. What is late is left out.
 */
export async function collectFigures(): Promise<string> {
  const [processes, facts] = await Promise.all([gatherProcesses(), readInstallation()]);
  const build = toReading("depesza_build_info", [
    { labels: { version, node: process.versions.node }, value: 1 },
  ]);
  return printReadings([build, ...processes, ...installationReadings(facts)]);
}
