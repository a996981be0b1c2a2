"use client";

import { X } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Time } from "@/components/ui/time";
import type { MessageView } from "@/lib/messages/contract";
import type { RefusalView } from "@/lib/onboarding/contract";
import { MessageLine } from "../../_components/message-line";
import { startWords } from "../words";

interface ListeningRowProps {
  message: MessageView | null;
  refusals: RefusalView[];
}

/** What is being waited for, until it is the message itself; and the tries that were refused, with the reason. */
export function ListeningRow({ message, refusals }: ListeningRowProps) {
  const words = useWords(startWords);
  return (
    <div className="@container mt-4 border-line border-y bg-panel" data-testid="listening">
      {message ? (
        <MessageLine message={message} />
      ) : (
        <p role="status" className="flex items-center gap-3 px-1 py-2 text-mute">
          <span aria-hidden="true" className="size-2 animate-pulse rounded-full bg-petrol" />
          {words.waiting}
        </p>
      )}
      <ul aria-live="polite">
        {refusals.map((refusal) => (
          <Refusal key={refusal.id} refusal={refusal} />
        ))}
      </ul>
    </div>
  );
}

function Refusal({ refusal }: { refusal: RefusalView }) {
  const words = useWords(startWords);
  const { at, method, path, status, detail, problem } = refusal;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 border-line border-t px-1 py-2 text-sm">
      <X className="mt-0.5 size-4 text-bad" aria-hidden="true" />
      <span className="wrap-anywhere min-w-0">
        <span className="font-medium text-bad">
          {words.refused}, {status}:
        </span>{" "}
        {problem ? (
          words.problems[problem]
        ) : (
          <span lang="en">
            <OutsideText text={detail} />
          </span>
        )}
        <span className="block font-mono text-mute text-xs">
          {method} <OutsideText text={path} />
        </span>
      </span>
      <span className="text-mute">
        <Time at={at} />
      </span>
    </li>
  );
}
