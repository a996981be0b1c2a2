"use client";

import clsx from "clsx";
import { useLanguage, useWords } from "@/components/language/use-words";
import { StatusGlyph } from "@/components/status-glyph";
import { reasonWords } from "@/components/status-words";
import { Time } from "@/components/ui/time";
import type { CarrierReport } from "@/lib/administration/get-carriers";
import { carriersWords } from "../words";

const looks = {
  closed: { glyph: "delivered", tone: "text-ok" },
  open: { glyph: "failed", tone: "text-bad" },
  half_open: { glyph: "sending", tone: "text-warn" },
  draining: { glyph: "cancelled", tone: "text-mute" },
} as const;

type State = Pick<CarrierReport, "circuit" | "reason" | "since" | "retryAt" | "drainingSince">;

/** Whether a carrier sends, is being taken out of service, or is in trouble: since when, why, and what is next. */
export function CarrierState({ report }: { report: State }) {
  const { circuit, reason, since, retryAt, drainingSince } = report;
  const words = useWords(carriersWords);
  const language = useLanguage();
  return (
    <div className="mt-1 space-y-1 text-sm">
      {drainingSince && <Line state="draining" since={drainingSince} />}
      {(circuit !== "closed" || !drainingSince) && (
        <Line state={circuit} since={circuit === "closed" ? null : since} />
      )}
      {reason && <p>{words.because(reasonWords(reason, language))}</p>}
      {circuit === "open" && retryAt && (
        <p className="text-mute">
          {words.next} <Time at={retryAt.toISOString()} />
        </p>
      )}
    </div>
  );
}

function Line({ state, since }: { state: keyof typeof looks; since: Date | null }) {
  const words = useWords(carriersWords);
  const { glyph, tone } = looks[state];
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className={clsx("inline-flex items-center gap-1.5 font-medium", tone)}>
        <StatusGlyph status={glyph} />
        {words.states[state]}
      </span>
      {since && (
        <span className="text-mute">
          <Time at={since.toISOString()} />
        </span>
      )}
    </p>
  );
}
