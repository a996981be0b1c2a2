"use client";

import clsx from "clsx";
import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { moveBetweenTabs } from "@/components/move-between-tabs";
import { guideMessage, sendCurl } from "@/components/send-curl";
import { CodeBlock } from "@/components/ui/code-block";
import { useOrigin } from "@/components/use-origin";
import type { Example } from "../read-examples";
import { startWords } from "../words";

interface RequestStepProps {
  /** Put into the request while it is known. */
  token: string | null;
  examples: Example[];
}

/** The request to run, in five languages, with the new token already in it. */
export function RequestStep({ token, examples }: RequestStepProps) {
  const { request: words } = useWords(startWords);
  const origin = useOrigin();
  const [chosen, setChosen] = useState("curl");
  const tabs = [{ id: "curl", label: "curl" }, ...examples];
  const example = examples.find(({ id }) => id === chosen);
  return (
    <>
      <p className="mb-3 text-mute">
        {words.lead} {!token && words.placeholder}
      </p>
      <div
        role="tablist"
        aria-label={words.language}
        onKeyDown={moveBetweenTabs}
        className="-mb-px flex overflow-x-auto"
      >
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`example-${id}`}
            aria-selected={id === chosen}
            aria-controls="example"
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => setChosen(id)}
            className={clsx(
              "h-9 shrink-0 border-b-2 px-3 text-sm focus-visible:-outline-offset-2 max-sm:h-11",
              id === chosen ? "border-ink font-medium" : "border-transparent text-mute",
            )}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="example" aria-labelledby={`example-${chosen}`}>
        {example ? (
          <Program example={example} token={token} />
        ) : (
          <CodeBlock label={words.terminal} code={curlLine(origin, token)} />
        )}
      </div>
      <p className="mt-3 text-mute">
        {words.noCode}{" "}
        <Link href="/send" className="link">
          {words.sendHere}
        </Link>
      </p>
    </>
  );
}

function curlLine(origin: string, token: string | null): string {
  const line = sendCurl(origin, guideMessage);
  return token ? line.replace("$ACTIO_TOKEN", token) : line;
}

/** The programs read the token from the environment, as they should: it goes into the line that runs them. */
function Program({ example, token }: { example: Example; token: string | null }) {
  const { request: words } = useWords(startWords);
  const origin = useOrigin();
  const { file, code, command } = example;
  return (
    <div className="grid grid-cols-1">
      <div className="max-h-80 overflow-y-auto">
        <CodeBlock
          label={words.saveAs(file)}
          code={code.replaceAll("http://localhost:3000", origin)}
        />
      </div>
      <div className="-mt-px">
        <CodeBlock label={words.run} code={`ACTIO_TOKEN=${token ?? "…"} ${command}`} />
      </div>
    </div>
  );
}
