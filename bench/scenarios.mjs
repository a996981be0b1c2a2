import { readdirSync } from "node:fs";

const folder = new URL("scenarios/", import.meta.url);

/** The scenarios that a bare `npm run bench` runs, in this order, which is also that of README.md. */
export const order = [
  "accept-alone",
  "accept-as-shipped",
  "accept-64-accounts",
  "batch",
  "to-delivered",
  "live-send",
  "log",
  "streams",
  "webhooks",
  "idle",
  "several-processes",
  "worker-apart",
  "request-log",
  "listener",
  "campaign",
  "dead-neighbour",
  "noisy-neighbour",
  "failing-carrier",
  "smpp",
  "segments",
];

/** Names of the files in `scenarios/`, without their ending. */
export function scenarioFiles() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".mjs") && !file.startsWith("_"))
    .map((file) => file.replace(/\.mjs$/, ""));
}

/** A scenario: `bars` by the name of the value they judge, and `run(lab)`, which resolves to `rows` and `values`. */
export async function loadScenario(name) {
  return import(new URL(`${name}.mjs`, folder).href);
}
