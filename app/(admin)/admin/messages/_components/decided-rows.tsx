"use client";

import Link from "next/link";
import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { reasonWords } from "@/components/status-words";
import { Time } from "@/components/ui/time";
import type { Words } from "@/lib/language/language";

/** A message to be decided about, by its IDs; the administrator sees neither its text nor its recipient. */
export interface DecidedRow {
  id: string;
  account: string;
  carrier: string | null;
  at: string;
  reason: string | null;
}

interface DecidedRowsProps {
  messages: readonly DecidedRow[];
  ticked: ReadonlySet<string>;
  onChange: (ticked: ReadonlySet<string>) => void;
}

const en = { account: "Account", open: "History" };
const rowWords: Words<typeof en> = { en, pl: { account: "Konto", open: "Historia" } };

/** The messages with a box each. */
export function DecidedRows({ messages, ticked, onChange }: DecidedRowsProps) {
  const words = useWords(rowWords);
  const language = useLanguage();
  const toggle = (id: string, isTicked: boolean) => {
    const others = [...ticked].filter((each) => each !== id);
    onChange(new Set(isTicked ? [...others, id] : others));
  };
  return (
    <ul className="max-h-[32rem] overflow-y-auto border-line border-b">
      {messages.map(({ id, account, carrier, at, reason }) => (
        <li
          key={id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-line border-t first:border-t-0 hover:bg-panel"
        >
          <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-2 lg:grid-cols-[auto_minmax(0,1fr)_minmax(0,1.1fr)_minmax(0,1.2fr)]">
            <input
              type="checkbox"
              name="message_id"
              value={id}
              checked={ticked.has(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
              className="mt-0.5 size-4 shrink-0 accent-petrol"
            />
            <span className="wrap-anywhere font-mono text-sm">{id}</span>
            <span className="wrap-anywhere text-mute text-sm max-lg:col-start-2">
              {words.account} <span className="font-mono">{account}</span>
            </span>
            <span className="text-sm max-lg:col-start-2 lg:text-right">
              {carrier && <OutsideText className="font-mono" text={carrier} />}{" "}
              <span className="text-mute">
                <Time at={at} />
                {reason && `, ${reasonWords(reason, language)}`}
              </span>
            </span>
          </label>
          <Link
            href={`/admin/messages/${id}`}
            prefetch={false}
            aria-label={`${words.open}: ${id}`}
            className="link inline-flex items-center py-2 text-sm max-sm:min-h-11"
          >
            {words.open}
          </Link>
        </li>
      ))}
    </ul>
  );
}
