import { z } from "zod";
import { installationId } from "../activity/who";
import { operatorOf } from "../core/actor";
import { type FunnelStep, getFunnel } from "../onboarding/get-funnel";
import { defineCommand } from "./command";

const wrongDays = "--days must be a whole number from 1 to 3650.";

const names: Record<FunnelStep["step"], string> = {
  signup: "signed up",
  token: "generated a token",
  request: "asked the API",
  accepted: "sent a message",
  delivered: "had it delivered",
  webhook: "got a webhook",
};

export const accountFunnel = defineCommand({
  words: "account funnel",
  summary: "show how far new accounts get and how long each step takes",
  usage: "account funnel [--days 30]",
  options: { days: { type: "string" } },
  input: z.object({
    days: z.coerce
      .number({ error: wrongDays })
      .int(wrongDays)
      .min(1, wrongDays)
      .max(3650, wrongDays)
      .default(30),
  }),
  async run({ days }) {
    const steps = await getFunnel({ actor: operatorOf(installationId), input: { days } });
    const all = steps[0]?.accounts ?? 0;
    const lines = steps.map(({ step, accounts, p50Ms, p90Ms }) =>
      [
        names[step].padEnd(16),
        String(accounts).padStart(6),
        `${all === 0 ? "–" : Math.round((accounts / all) * 100)}%`.padStart(5),
        ...(step === "signup" ? [] : [`p50 ${timeOf(p50Ms)}`, `p90 ${timeOf(p90Ms)}`]),
      ].join("  "),
    );
    return {
      lines: [`Accounts created in the last ${days} days, and the time since sign-up:`, ...lines],
      json: steps.map(({ step, accounts, p50Ms, p90Ms }) => ({
        step,
        accounts,
        p50_ms: p50Ms,
        p90_ms: p90Ms,
      })),
    };
  },
});

function timeOf(ms: number | null): string {
  if (ms === null) return "–";
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
