"use client";

import { useWords } from "@/components/language/use-words";
import { Permitted } from "@/components/permitted";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import type { StopReason } from "@/lib/fraud/contract";
import { liftStopAction } from "../actions";
import { verificationWords } from "../words";

interface StopListProps {
  stops: {
    prefix: string;
    /** Its name; empty for none. */
    country: string;
    reason: StopReason;
    started: number;
    approved: number;
    until: string;
  }[];
}

/** The ranges that get no codes now, each with why and until when. */
export function StopList({ stops }: StopListProps) {
  const { stops: words, conversion } = useWords(verificationWords);
  const [state, lift, isPending] = useAction(liftStopAction);
  return (
    <>
      {state && (
        <div className="mb-3">
          <Notice
            tone={state.ok ? "ok" : "bad"}
            role="status"
            title={state.ok ? words.lifted(state.value.prefix) : state.message}
          />
        </div>
      )}
      {stops.length === 0 ? (
        <p className="border-line border-t py-4 text-mute">{words.none}</p>
      ) : (
        <ul aria-label={words.caption} className="border-line border-b text-sm">
          {stops.map(({ prefix, country, reason, started, approved, until }) => (
            <li
              key={prefix}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 border-line border-t py-2 sm:grid-cols-[minmax(0,12rem)_minmax(0,1fr)_7rem_minmax(0,11rem)_auto]"
            >
              <span className="min-w-0">
                <span className="font-mono tabular-nums">{prefix}…</span>
                {country !== "" && <span className="ml-2 text-mute">{country}</span>}
              </span>
              <span className="text-bad max-sm:col-span-2 max-sm:row-start-2">
                {words.reasons[reason]}
              </span>
              <span className="text-mute tabular-nums max-sm:col-span-2">
                {conversion.of(approved, started)}
              </span>
              <span className="text-mute max-sm:col-span-2">
                {words.until} <Time at={until} />
              </span>
              <Permitted permission="manage_account">
                <form action={lift} className="max-sm:col-start-2 max-sm:row-start-1">
                  <input type="hidden" name="prefix" value={prefix} />
                  <button type="submit" disabled={isPending} className="link max-sm:min-h-11">
                    {words.lift} <span className="sr-only">{words.liftOf(prefix)}</span>
                  </button>
                </form>
              </Permitted>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
