import { z } from "zod";
import { runAudit } from "../audit/run-audit";
import { defineCommand } from "./command";

export const audit = defineCommand({
  words: "audit",
  summary: "check every invariant of money and messages; exit with 1 on a violation",
  usage: "audit",
  options: {},
  input: z.object({}),
  async run() {
    const findings = await runAudit();
    const breaches = findings.reduce((sum, finding) => sum + finding.breaches, 0);
    const lines = findings.map(({ breaches: count, sentence, examples }) => {
      const named = examples.length > 0 ? ` (${examples.join(", ")})` : "";
      return `${String(count).padStart(6)}  ${sentence}${named}`;
    });
    const verdict = breaches === 0 ? "OK: no violations found." : `${breaches} violations found.`;
    return {
      lines: [...lines, verdict],
      json: { breaches, invariants: findings },
      hasViolation: breaches > 0,
    };
  },
});
