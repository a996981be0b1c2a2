"use client";

import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Permitted } from "@/components/permitted";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import type { OptOutView } from "@/lib/opt-outs/contract";
import { removeOptOutAction } from "../actions";
import { optOutWords } from "../words";

/** Who has opted out, of what, and why; each row can be removed. */
export function OptOutTable({ optOuts }: { optOuts: OptOutView[] }) {
  const words = useWords(optOutWords);
  const [state, remove, isPending] = useAction(removeOptOutAction);
  return (
    <>
      {state && (
        <div className="mb-3">
          <Notice
            tone={state.ok ? "ok" : "bad"}
            role="status"
            title={state.ok ? words.removed(state.value.number) : state.message}
          />
        </div>
      )}
      <ul aria-label={words.caption} className="border-line border-b text-sm">
        {optOuts.map((optOut) => (
          <li
            key={`${optOut.number} ${optOut.sender}`}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 border-line border-t py-2 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,2fr)_9rem_auto]"
          >
            <span className="font-mono tabular-nums">{optOut.number}</span>
            <span className="truncate max-sm:col-span-2 max-sm:row-start-2">
              {optOut.sender ? <OutsideText text={optOut.sender} /> : words.allSenders}
            </span>
            <span className="wrap-anywhere text-mute max-sm:col-span-2 max-sm:row-start-3">
              {words.sources[optOut.source]}
              {optOut.reason && ": "}
              <OutsideText text={optOut.reason} />
            </span>
            <span className="text-mute max-sm:col-span-2 max-sm:row-start-4">
              <Time at={optOut.created_at} />
            </span>
            <Permitted permission="manage_contacts">
              <form action={remove} className="max-sm:col-start-2 max-sm:row-start-1">
                <input type="hidden" name="number" value={optOut.number} />
                <input type="hidden" name="sender" value={optOut.sender ?? ""} />
                <button type="submit" disabled={isPending} className="link max-sm:min-h-11">
                  {words.remove} <span className="sr-only">{words.removeOf(optOut.number)}</span>
                </button>
              </form>
            </Permitted>
          </li>
        ))}
      </ul>
    </>
  );
}
