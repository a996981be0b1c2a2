"use client";

import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { useLinkPreview } from "@/components/link-origin";
import { MessageBubble } from "@/components/message-bubble";
import { countSegments } from "@/lib/sms/count-segments";
import { findNonGsmCharacters } from "@/lib/sms/find-non-gsm-characters";
import { sendWords } from "../words";

interface PhonePreviewProps {
  from: string;
  body: string;
  children: ReactNode;
}

/** The message as it lies on the phone, and below it what can be done with that. */
export function PhonePreview({ from, body, children }: PhonePreviewProps) {
  const words = useWords(sendWords);
  const toSent = useLinkPreview();
  const text = toSent(body.normalize("NFC"));
  return (
    <aside aria-label={words.preview} className="min-w-0 space-y-8 border-line md:border-l md:pl-8">
      <div>
        <h2 className="mb-4 font-medium text-mute">{words.onThePhone}</h2>
        {text === "" ? (
          <p className="text-mute">{words.noText}</p>
        ) : (
          <MessageBubble
            from={from || words.sender}
            text={text}
            cuts={countSegments(text).cuts}
            marks={findNonGsmCharacters(text)}
          />
        )}
      </div>
      {children}
    </aside>
  );
}
