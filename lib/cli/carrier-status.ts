import { z } from "zod";
import { getCarrierHealth } from "../carriers/get-carrier-health";
import { defineCommand } from "./command";

export const carrierStatus = defineCommand({
  words: "carrier status",
  summary: "says how the carrier does and what waits for it",
  usage: "carrier status",
  options: {},
  input: z.object({}),
  async run() {
    const health = await getCarrierHealth();
    const { carrier, reason, detail, since, retryAt, waiting, oldestSince } = health;
    const oldestSeconds = oldestSince
      ? Math.max(0, Math.round((Date.now() - oldestSince.getTime()) / 1000))
      : null;
    const how = reason ? `${reason} since ${since?.toISOString()}` : "takes messages";
    return {
      lines: [
        `${carrier}: ${how}`,
        ...(detail ? [detail] : []),
        oldestSeconds === null
          ? "No message waits for it."
          : `${waiting} waiting, the oldest for ${oldestSeconds} s.`,
      ],
      json: {
        carrier,
        state: reason ? "waiting" : "ok",
        reason,
        detail,
        since: since?.toISOString() ?? null,
        retry_at: retryAt?.toISOString() ?? null,
        waiting,
        oldest_seconds: oldestSeconds,
      },
    };
  },
});
