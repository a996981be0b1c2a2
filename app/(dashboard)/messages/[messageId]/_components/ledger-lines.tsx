import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { Time } from "@/components/ui/time";
import type { LedgerLine, MessageTrace } from "@/lib/message-log/log-contract";
import { messageWords } from "../words";

/** The movements of credits a message belongs to: what it cost, and what came back. */
export function LedgerLines({ message }: { message: MessageTrace }) {
  const words = useWords(messageWords).movements;
  const { movements, credits, test } = message;
  if (movements.length === 0) return <p className="text-mute">{test ? words.test : words.none}</p>;
  return (
    <ul>
      {movements.map((line) => (
        <Movement key={line.id} line={line} credits={credits} />
      ))}
    </ul>
  );
}

function Movement({ line, credits }: { line: LedgerLine; credits: number }) {
  const words = useWords(messageWords).movements;
  const whole = Math.abs(line.amount);
  return (
    <li className="border-line border-b py-1.5 last:border-b-0">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          {words[line.kind]}{" "}
          <Link
            href={`/credits?before=${line.number + 1}#ledger`}
            prefetch={false}
            className="link text-sm"
          >
            {words.place}
          </Link>
        </span>
        <span className="flex items-baseline gap-3">
          <Time at={line.at} className="text-mute text-sm" />
          <span className="font-mono tabular-nums">
            {line.amount < 0 ? `−${credits}` : `+${credits}`}
          </span>
        </span>
      </p>
      {whole !== credits && <p className="text-mute text-sm">{words.share(credits, whole)}</p>}
    </li>
  );
}
