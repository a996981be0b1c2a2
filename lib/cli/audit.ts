import { z } from "zod";
import { auditAndClose } from "../audit/run-audit";
import { defineCommand } from "./command";

export const audit = defineCommand({
  words: "audit",
  summary: "check every invariant of money and messages; exit with 1 on a violation",
  usage: "audit [--full]",
  options: { full: { type: "boolean" } },
  input: z.object({ full: z.boolean().default(false) }),
  async run({ full }) {
    const { findings, since, closedUntil } = await auditAndClose({ isFull: full });
    const breaches = findings.reduce((sum, finding) => sum + finding.breaches, 0);
    const lines = findings.map(({ breaches: count, sentence, examples }) => {
      const named = examples.length > 0 ? ` (${examples.join(", ")})` : "";
      return `${String(count).padStart(6)}  ${sentence}${named}`;
    });
    const verdict = breaches === 0 ? "OK: no violations found." : `${breaches} violations found.`;
    const before = since
      ? [`Months before ${dayOf(since)} are closed: only their sums were compared.`]
      : [];
    return {
      lines: [...lines, ...before, verdict],
      json: {
        breaches,
        since: since && dayOf(since),
        closed_until: closedUntil && dayOf(closedUntil),
        invariants: findings,
      },
      hasViolation: breaches > 0,
    };
  },
});

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
