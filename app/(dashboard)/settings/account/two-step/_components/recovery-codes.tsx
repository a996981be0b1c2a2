"use client";

import { useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";

/** The recovery codes, the one time they can be read. */
export function RecoveryCodes({ codes, isMailSent }: { codes: string[]; isMailSent: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = `${codes.join("\n")}\n`;
  return (
    <Panel className="grid max-w-[40rem] gap-4 p-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-md outline-none">
          Keep these recovery codes
        </h2>
        <p className="max-w-[68ch] text-mute">
          Each signs you in once when the app is lost. They are shown this once: keep them where the
          app is not.
          {!isMailSent && " The mail that says what was changed could not be sent."}
        </p>
      </div>
      <ol className="grid gap-x-8 gap-y-1 bg-sunk p-3 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`Depesza recovery codes\n\n${text}`)}`}
          download="depesza-recovery-codes.txt"
          className={buttonClass("primary")}
        >
          Download
        </a>
        <CopyButton text={text} label="Copy codes" />
      </div>
    </Panel>
  );
}
