import { z } from "zod";
import { type CarrierHealth, getCarrierHealth } from "../carriers/get-carrier-health";
import { defineCommand } from "./command";

export const carrierStatus = defineCommand({
  words: "carrier status",
  summary: "show the carrier's circuit breaker, its failure rate, and queued messages",
  usage: "carrier status",
  options: {},
  input: z.object({}),
  async run() {
    const health = await getCarrierHealth();
    const { carrier, circuit, reason, detail, since, retryAt, window, waiting, oldestSince } =
      health;
    const oldestSeconds = oldestSince
      ? Math.max(0, Math.round((Date.now() - oldestSince.getTime()) / 1000))
      : null;
    return {
      lines: [
        stateLine(health),
        rateLine(health),
        ...(detail ? [`Last failure: ${detail}`] : []),
        ...(retryAt ? [`Next probe: ${retryAt.toISOString()}`] : []),
        oldestSeconds === null
          ? "No queued messages."
          : `${waiting} queued, the oldest for ${oldestSeconds} s.`,
      ],
      json: {
        carrier,
        state: circuit === "closed" ? "ok" : "waiting",
        circuit,
        reason,
        detail,
        since: since?.toISOString() ?? null,
        retry_at: retryAt?.toISOString() ?? null,
        window_seconds: window.seconds,
        attempts: window.attempts,
        failures: window.failures,
        waiting,
        oldest_seconds: oldestSeconds,
      },
    };
  },
});

function stateLine({ carrier, circuit, reason, since }: CarrierHealth): string {
  if (circuit === "closed") return `${carrier}: circuit closed, messages are sent`;
  const name = circuit === "open" ? "circuit open" : "circuit half-open, probing";
  return `${carrier}: ${name}, ${reason} since ${since?.toISOString()}`;
}

function rateLine({ window: { seconds, attempts, failures } }: CarrierHealth): string {
  if (attempts === 0) return `No attempt in the last ${seconds} s.`;
  const percent = Math.round((failures * 100) / attempts);
  return `${failures} of ${attempts} attempts failed in the last ${seconds} s (${percent}%).`;
}
