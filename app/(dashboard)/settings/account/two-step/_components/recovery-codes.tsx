"use client";

import { useEffect, useRef } from "react";
import { useWords } from "@/components/language/use-words";
import { buttonClass } from "@/components/ui/button-class";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { twoStepWords } from "../words";

interface RecoveryCodesProps {
  codes: string[];
  isMailSent: boolean;
  hasEndedOthers: boolean;
}

/** The recovery codes, the one time they can be read. */
export function RecoveryCodes({ codes, isMailSent, hasEndedOthers }: RecoveryCodesProps) {
  const { codes: words } = useWords(twoStepWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = `${codes.join("\n")}\n`;
  return (
    <Panel className="grid max-w-[40rem] gap-4 p-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-md outline-none">
          {words.title}
        </h2>
        <p className="max-w-[68ch] text-mute">
          {words.lead}
          {hasEndedOthers && ` ${words.othersEnded}`}
          {!isMailSent && ` ${words.mailUnsent}`}
        </p>
      </div>
      <ol className="grid gap-x-8 gap-y-1 bg-sunk p-3 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${words.inFile}\n\n${text}`)}`}
          download={words.fileName}
          className={buttonClass("primary")}
        >
          {words.download}
        </a>
        <CopyButton text={text} label={words.copy} />
      </div>
    </Panel>
  );
}
