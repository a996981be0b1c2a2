import type { NumberProblem } from "@/lib/numbers/contract";
import type { Reading, Unreachable } from "@/lib/numbers/reading";
import { type splitNumbers, uniqueNumbers } from "@/lib/sms/split-numbers";

export interface Recipient {
  written: string;
  /** The number that is sent to; what was written while the server has not said. */
  to: string;
  isCorrected: boolean;
}

/** Numbers that are repaired in the same way. */
export interface ProblemGroup {
  problem: NumberProblem;
  /** The country code they lack, where it can be told. */
  code: string | null;
  numbers: (Unreachable<string> & { written: string })[];
}

export interface Recipients {
  /** Different numbers, reachable or not. */
  count: number;
  /** Each once. Those that are still being checked count as reachable. */
  reachable: Recipient[];
  groups: ProblemGroup[];
  duplicates: number;
  isChecked: boolean;
}

/** What became of pasted numbers: who can be reached, and the rest by what repairs it, most numbers first. */
export function sumRecipients(
  numbers: ReturnType<typeof splitNumbers>["numbers"],
  verdicts: ReadonlyMap<string, Reading<string>>,
): Recipients {
  const unique = uniqueNumbers(numbers);
  const reachable = new Map<string, Recipient>();
  const groups = new Map<string, ProblemGroup>();
  for (const written of unique) {
    const verdict = verdicts.get(written);
    if (verdict && !("to" in verdict)) {
      const { problem, repair } = verdict;
      const code = repair?.code ?? null;
      const group = groups.get(`${problem} ${code}`) ?? { problem, code, numbers: [] };
      group.numbers.push({ written, ...verdict });
      groups.set(`${problem} ${code}`, group);
    } else {
      const digits = written.replace(/^\+/, "");
      const to = verdict?.to ?? digits;
      if (!reachable.has(to)) reachable.set(to, { written, to, isCorrected: to !== digits });
    }
  }
  const sorted = [...groups.values()].toSorted((a, b) => b.numbers.length - a.numbers.length);
  const bad = sorted.reduce((sum, group) => sum + group.numbers.length, 0);
  const count = reachable.size + bad;
  return {
    count,
    reachable: [...reachable.values()],
    groups: sorted,
    duplicates: numbers.length - count,
    isChecked: unique.every((written) => verdicts.has(written)),
  };
}
