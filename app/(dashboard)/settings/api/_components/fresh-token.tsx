"use client";

import { useEffect, useRef } from "react";
import { useWords } from "@/components/language/use-words";
import { guideMessage, sendCurl } from "@/components/send-curl";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { ExactTime } from "@/components/ui/time";
import { useOrigin } from "@/components/use-origin";
import { isolatedText } from "@/components/visible-text";
import type { TokenView } from "@/lib/tokens/contract";
import { tokenWords } from "../words";

/** A secret just made: the one time it can be read, with the request that tries it out. */
export function FreshToken({ token, view }: { token: string; view: TokenView }) {
  const words = useWords(tokenWords).fresh;
  const origin = useOrigin();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Panel className="grid gap-4 p-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-md outline-none">
          {view.rotated_at
            ? words.rotated(isolatedText(view.name))
            : words.made(isolatedText(view.name))}
        </h2>
        <p className="text-mute">{words.copyNow}</p>
        {view.rotated_at && <OldSecretFate view={view} rotatedAt={view.rotated_at} />}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <code className="min-w-0 break-all bg-citron px-2 py-1 font-mono text-base text-marker-ink">
          {token}
        </code>
        <CopyButton text={token} label={words.copy} />
      </div>
      <CodeBlock label={words.envLine} code={`ACTIO_TOKEN=${token}`} />
      {view.scopes.includes("send") && (
        <CodeBlock
          label={words.request}
          code={sendCurl(origin, guideMessage).replace("$ACTIO_TOKEN", token)}
        />
      )}
    </Panel>
  );
}

function OldSecretFate({ view, rotatedAt }: { view: TokenView; rotatedAt: string }) {
  const words = useWords(tokenWords).fresh;
  return view.previous_secret ? (
    <p>
      {words.oldUntil} <ExactTime at={view.previous_secret.ends_at} />.
    </p>
  ) : (
    <p>
      {words.oldStopped} <ExactTime at={rotatedAt} />.
    </p>
  );
}
