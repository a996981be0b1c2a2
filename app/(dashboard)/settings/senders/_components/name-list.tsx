"use client";

import clsx from "clsx";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { StatusGlyph } from "@/components/status-glyph";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import type { SenderName } from "@/lib/sender-names/list-sender-names";
import { removeAction } from "../actions";
import { senderWords } from "../words";

const looks = {
  requested: { glyph: "scheduled", tone: "text-warn" },
  approved: { glyph: "delivered", tone: "text-ok" },
  rejected: { glyph: "failed", tone: "text-bad" },
} as const;

/** The account's names, each with what was decided, and why not. */
export function NameList({ names }: { names: SenderName[] }) {
  const words = useWords(senderWords);
  const [state, remove, isPending] = useAction(removeAction);
  return (
    <>
      {state?.ok === false && (
        <div className="mb-3">
          <Notice tone="bad" role="status" title={state.message} />
        </div>
      )}
      <ul aria-label={words.caption} className="mb-10 border-line border-b text-sm">
        {names.map(({ name, purpose, status, reason, requestedAt, decidedAt }) => (
          <li
            key={name}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 border-line border-t py-2 sm:grid-cols-[9rem_9rem_minmax(0,1fr)_10rem_auto]"
          >
            <OutsideText className="font-medium" text={name} />
            <span
              className={clsx(
                "inline-flex items-center gap-1.5 font-medium max-sm:row-start-2",
                looks[status].tone,
              )}
            >
              <StatusGlyph status={looks[status].glyph} />
              {words.statuses[status]}
            </span>
            <span className="wrap-anywhere text-mute max-sm:col-span-2 max-sm:row-start-3">
              <OutsideText text={reason ?? purpose} />
            </span>
            <span className="text-mute max-sm:col-span-2 max-sm:row-start-4">
              {decidedAt ? words.decided : words.requested}{" "}
              <Time at={(decidedAt ?? requestedAt).toISOString()} />
            </span>
            <form action={remove} className="max-sm:col-start-2 max-sm:row-start-1">
              <input type="hidden" name="name" value={name} />
              <button type="submit" disabled={isPending} className="link max-sm:min-h-11">
                {words.remove} <span className="sr-only">{words.removeOf(name)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
