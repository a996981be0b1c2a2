import { z } from "zod";
import { carrierSetup } from "../carriers/carrier-setup";
import { type CarrierHealth, listCarrierHealth } from "../carriers/list-carrier-health";
import { defineCommand } from "./command";

export const carrierStatus = defineCommand({
  words: "carrier status",
  summary: "show each carrier: circuit breaker, failure rate, and queued messages",
  usage: "carrier status",
  options: {},
  input: z.object({}),
  async run() {
    const { carriers, unrouted } = await listCarrierHealth();
    const problems = carrierSetup().problems.map(
      ({ line, problem }) =>
        `carriers.json, line ${line}: ${problem} The last valid version stays active.`,
    );
    return {
      lines: [
        ...problems,
        ...carriers.flatMap(linesOf),
        ...(unrouted > 0 ? [`${unrouted} queued without a route.`] : []),
      ],
      json: { carriers: carriers.map(toJson), unrouted, problems: carrierSetup().problems },
    };
  },
});

function linesOf(health: CarrierHealth): string[] {
  const { detail, retryAt, drainingSince, waiting } = health;
  const oldestSeconds = oldestSecondsOf(health);
  return [
    stateLine(health),
    ...(drainingSince ? [`Draining since ${drainingSince.toISOString()}: no new messages.`] : []),
    rateLine(health),
    ...windowLines(health),
    ...(detail ? [`Last failure: ${detail}`] : []),
    ...(retryAt ? [`Next probe: ${retryAt.toISOString()}`] : []),
    oldestSeconds === null
      ? "No queued messages."
      : `${waiting} queued, the oldest for ${oldestSeconds} s.`,
  ];
}

function toJson(health: CarrierHealth) {
  const { carrier, kind, circuit, reason, detail, since, retryAt, window, waiting } = health;
  return {
    carrier,
    kind,
    state: circuit === "closed" ? "ok" : "waiting",
    circuit,
    reason,
    detail,
    since: since?.toISOString() ?? null,
    retry_at: retryAt?.toISOString() ?? null,
    draining_since: health.drainingSince?.toISOString() ?? null,
    window_seconds: window.seconds,
    attempts: window.attempts,
    failures: window.failures,
    window_used: health.figures.window?.used ?? null,
    window_size: health.figures.window?.size ?? null,
    waiting,
    oldest_seconds: oldestSecondsOf(health),
  };
}

function oldestSecondsOf({ oldestSince }: CarrierHealth): number | null {
  return oldestSince ? Math.max(0, Math.round((Date.now() - oldestSince.getTime()) / 1000)) : null;
}

function stateLine({ carrier, circuit, reason, since }: CarrierHealth): string {
  if (circuit === "closed") return `${carrier}: circuit closed, messages are sent`;
  const name = circuit === "open" ? "circuit open" : "circuit half-open, probing";
  return `${carrier}: ${name}, ${reason} since ${since?.toISOString()}`;
}

function windowLines({ figures: { window } }: CarrierHealth): string[] {
  if (!window) return [];
  return [`${window.used} of ${window.size} places in the window used at most in the last minute.`];
}

function rateLine({ window: { seconds, attempts, failures } }: CarrierHealth): string {
  if (attempts === 0) return `No attempt in the last ${seconds} s.`;
  const percent = Math.round((failures * 100) / attempts);
  return `${failures} of ${attempts} attempts failed in the last ${seconds} s (${percent}%).`;
}
