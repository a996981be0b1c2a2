"use client";

import { useRef } from "react";
import { BodyField } from "@/components/body-field";
import { insertIntoText } from "@/components/insert-into-text";
import { useWords } from "@/components/language/use-words";
import { LinkButton } from "@/components/link-button";
import { useLinkPreview } from "@/components/link-origin";
import { sendWords } from "../words";

interface TextWithLinksProps {
  value: string;
  onChange: (value: string) => void;
  error?: readonly string[] | undefined;
}

/** The text of a message, where short links can be inserted and count as long as they will be. */
export function TextWithLinks({ value, onChange, error }: TextWithLinksProps) {
  const words = useWords(sendWords);
  const toSent = useLinkPreview();
  const frame = useRef<HTMLDivElement>(null);
  const insert = (written: string, before: number) => {
    const text = insertIntoText(frame, written, before);
    if (text !== undefined) onChange(text);
  };
  return (
    <div ref={frame} className="space-y-3">
      <BodyField label={words.text} rows={5} {...{ value, onChange, error, toSent }} />
      <LinkButton onInsert={insert} />
    </div>
  );
}
