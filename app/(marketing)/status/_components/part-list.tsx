import clsx from "clsx";
import { StatusGlyph } from "@/components/status-glyph";
import type { Health } from "@/lib/operations/health-operations";
import { levelOf, type Part } from "../parts";
import type { statusPageWords } from "../words";

interface PartListProps {
  names: readonly Part[];
  parts: Health["parts"];
  words: (typeof statusPageWords)["en"];
}

const looks = {
  good: { glyph: "delivered", tone: "text-ok" },
  fair: { glyph: "scheduled", tone: "text-warn" },
  bad: { glyph: "failed", tone: "text-bad" },
  unchecked: { glyph: "unknown", tone: "text-mute" },
} as const;

/** Each part with its state in a word, and what that means. */
export function PartList({ names, parts, words }: PartListProps) {
  return (
    <dl className="border-line border-t">
      {names.map((name) => {
        const level = levelOf(parts[name]);
        const { glyph, tone } = looks[level];
        const { name: term, states } = words.parts[name];
        return (
          <div
            key={name}
            className="grid gap-x-6 gap-y-0.5 border-line border-b py-3 sm:grid-cols-[11rem_9rem_minmax(0,1fr)]"
          >
            <dt className="font-semibold">{term}</dt>
            <dd className={clsx("inline-flex items-center gap-1.5 font-medium", tone)}>
              <StatusGlyph status={glyph} />
              {words.states[level]}
            </dd>
            <dd className="text-mute">{states[parts[name] ?? ""] ?? words.unchecked}</dd>
          </div>
        );
      })}
    </dl>
  );
}
