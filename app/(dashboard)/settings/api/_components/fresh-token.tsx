"use client";

import { useEffect, useRef } from "react";
import { guideMessage, sendCurl } from "@/components/send-curl";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { ExactTime } from "@/components/ui/time";
import { useOrigin } from "@/components/use-origin";
import type { TokenView } from "@/lib/tokens/contract";

/** A secret just made: the one time it can be read, with the request that tries it out. */
export function FreshToken({ token, view }: { token: string; view: TokenView }) {
  const origin = useOrigin();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Panel className="grid gap-4 p-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-md outline-none">
          {view.rotated_at
            ? `Token “${view.name}” has a new secret`
            : `Token “${view.name}” is ready`}
        </h2>
        <p className="text-mute">
          Copy it now. It is shown this once: only a fingerprint of it is kept here.
        </p>
        {view.rotated_at && <OldSecretFate view={view} rotatedAt={view.rotated_at} />}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <code className="min-w-0 break-all bg-citron px-2 py-1 font-mono text-base text-marker-ink">
          {token}
        </code>
        <CopyButton text={token} label="Copy token" />
      </div>
      <CodeBlock label=".env line" code={`ACTIO_TOKEN=${token}`} />
      {view.scopes.includes("send") && (
        <CodeBlock
          label="first request"
          code={sendCurl(origin, guideMessage).replace("$ACTIO_TOKEN", token)}
        />
      )}
    </Panel>
  );
}

function OldSecretFate({ view, rotatedAt }: { view: TokenView; rotatedAt: string }) {
  return view.previous_secret ? (
    <p>
      The old secret works until <ExactTime at={view.previous_secret.ends_at} />.
    </p>
  ) : (
    <p>
      The old secret stopped working at <ExactTime at={rotatedAt} />.
    </p>
  );
}
