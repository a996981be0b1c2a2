"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { StatusBadge } from "@/components/status-badge";
import { reasonWords, statusWords } from "@/components/status-words";
import type { MessageView } from "@/lib/messages/contract";
import { adviceFor } from "@/lib/messages/reason-advice";
import { isWaiting, messageReason } from "../../_components/message-reason";
import { messageWords } from "../words";
import { timing } from "./message-timing";

/** The state of a message with its timing, and the reason if it did not arrive. */
export function MessageState({ message }: { message: MessageView }) {
  const words = useWords(messageWords);
  const language = useLanguage();
  const { status } = message;
  const because = messageReason(message);
  return (
    <>
      <p role="status" className="mt-1 flex flex-wrap items-center gap-x-2 text-md">
        <StatusBadge status={status} />
        <span className="text-mute">
          {isWaiting(message)
            ? words.waits
            : (timing(message, language) ?? statusWords[language][status].meaning)}
        </span>
      </p>
      {because && (
        <>
          <p className="mt-1">
            {words.reason}: <OutsideText text={reasonWords(because, language)} />{" "}
            <code className="font-mono text-mute text-sm">
              <OutsideText text={because} />
            </code>
          </p>
          <p className="mt-1 max-w-[68ch]">
            <span className="font-medium">{words.whatToDo}:</span> {adviceFor(because, language)}
          </p>
        </>
      )}
    </>
  );
}
