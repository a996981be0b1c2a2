"use client";

import type { Words } from "@/lib/language/language";
import { useWords } from "./language/use-words";
import { guideMessage, sendCurl } from "./send-curl";
import { CodeBlock } from "./ui/code-block";
import { useOrigin } from "./use-origin";

const exampleWords: Words<string> = { en: "request", pl: "żądanie" };

/** The guide's request with this installation's own address in it. */
export function SendExample() {
  return <CodeBlock label={useWords(exampleWords)} code={sendCurl(useOrigin(), guideMessage)} />;
}
