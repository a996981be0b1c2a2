import { CodeBlock } from "@/components/ui/code-block";
import { Snippet } from "../../(docs)/docs/_render/snippet";
import type { LandingWords } from "../words";
import { Section } from "./section";

const lines = [
  ["POST /api/sms", `"idempotency_key": "8e03978e-40d5-43e8-bc93-6894a57f9324"`],
  ["POST /api/sms", `"scheduled_at": "2026-12-16T09:00:00+01:00"`],
  ["POST /api/sms/batch", `"messages": [{"to": "48732129000", ...}, ...]`],
] as const;

/** The request in five languages, and what one more line of it does. */
export function Calls({ words }: { words: LandingWords }) {
  return (
    <>
      <Section id="api" title={words.apiTitle} lead={words.api}>
        <div className="-mt-5">
          <Snippet call="first-request" />
        </div>
      </Section>
      <ul className="mt-6 grid gap-x-8 gap-y-6 md:grid-cols-3">
        {words.calls.map(([title, text], place) => {
          const [call = "", line = ""] = lines[place] ?? [];
          return (
            <li key={title} className="flex min-w-0 flex-col">
              <h3 className="font-semibold text-md">{title}</h3>
              <p className="mt-1 mb-3 max-w-[46ch] text-mute">{text}</p>
              <div className="mt-auto">
                <CodeBlock label={call} code={line} isCopyable={false} isWrapped />
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
