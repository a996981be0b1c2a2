"use client";

import { useWords } from "@/components/language/use-words";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { useOrigin } from "@/components/use-origin";
import type { RequestView } from "@/lib/request-log/contract";
import { requestWords } from "../words";
import { requestCurl } from "./request-curl";

/** What a request carried, as far as it was recorded, and the line that makes it again. */
export function RequestDetails({ request }: { request: RequestView }) {
  const words = useWords(requestWords);
  const origin = useOrigin();
  const { query, body } = request;
  const curl = requestCurl(origin, request);
  return (
    <div className="mt-2 grid gap-3 pb-2">
      {query && (
        <CodeBlock label={words.query} code={inLines(query)} isCopyable={false} isWrapped />
      )}
      {body && <CodeBlock label={words.body} code={inLines(body)} isCopyable={false} isWrapped />}
      <p className="text-mute">{query || body ? words.masked : words.noBody}</p>
      {curl && (
        <p>
          <CopyButton label={words.curl} text={curl} />
        </p>
      )}
    </div>
  );
}

function inLines(value: object): string {
  return JSON.stringify(value, null, 2);
}
