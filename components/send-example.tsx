"use client";

import { guideMessage, sendCurl } from "./send-curl";
import { CodeBlock } from "./ui/code-block";
import { useOrigin } from "./use-origin";

/** The guide's request with this installation's own address in it. */
export function SendExample() {
  return <CodeBlock label="request" code={sendCurl(useOrigin(), guideMessage)} />;
}
