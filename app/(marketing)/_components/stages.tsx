import { wordsOf } from "@/components/language/current-language";
import { StatusMark } from "@/components/status-mark";
import { statusWords } from "@/components/status-words";
import type { LandingWords } from "./hero";

const stages = ["queued", "sent", "delivered"] as const;

/** What the log shows of a message, one state after the other. */
export async function Stages({ words }: { words: LandingWords }) {
  const statuses = await wordsOf(statusWords);
  return (
    <section aria-labelledby="stages" className="mt-12">
      <h2 id="stages" className="mb-3 font-semibold text-lg">
        {words.stages}
      </h2>
      <ol className="grid gap-x-14 sm:grid-cols-3">
        {stages.map((status) => (
          <li key={status} className="border-line border-t py-3 text-md">
            <StatusMark status={status} words={statuses[status]} />
            <p className="mt-1 text-mute">{statuses[status].meaning}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
