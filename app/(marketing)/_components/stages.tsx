import { wordsOf } from "@/components/language/current-language";
import { StatusMark } from "@/components/status-mark";
import { statusWords } from "@/components/status-words";

const stages = ["queued", "sent", "delivered"] as const;

/** What the log shows of a message, one state after the other. */
export async function Stages({ title }: { title: string }) {
  const statuses = await wordsOf(statusWords);
  return (
    <div className="mt-8">
      <h3 className="mb-3 font-semibold text-md">{title}</h3>
      <ol className="grid gap-x-6 sm:grid-cols-3">
        {stages.map((status) => (
          <li key={status} className="border-line border-t py-3">
            <StatusMark status={status} words={statuses[status]} />
            <p className="mt-1 text-mute">{statuses[status].meaning}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
