"use client";

import { useEffect, useRef } from "react";
import { guideMessage, sendCurl } from "@/components/send-curl";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Panel } from "@/components/ui/panel";
import { useOrigin } from "@/components/use-origin";

/** A token just made: the one time it can be read, with the request that tries it out. */
export function FreshToken({ token, name }: { token: string; name: string }) {
  const origin = useOrigin();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Panel className="grid gap-4 p-4">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-md outline-none">
          Token “{name}” is ready
        </h2>
        <p className="text-mute">
          Copy it now. It is shown this once: only a fingerprint of it is kept here.
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <code className="min-w-0 break-all bg-citron px-2 py-1 font-mono text-marker-ink text-base">
          {token}
        </code>
        <CopyButton text={token} label="Copy token" />
      </div>
      <CodeBlock label=".env line" code={`ACTIO_TOKEN=${token}`} />
      <CodeBlock
        label="first request"
        code={sendCurl(origin, guideMessage).replace("$ACTIO_TOKEN", token)}
      />
    </Panel>
  );
}
