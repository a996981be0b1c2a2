import clsx from "clsx";
import { useWords } from "@/components/language/use-words";
import { CodeBlock } from "@/components/ui/code-block";
import { endpointWords } from "../words";

interface ExchangeBlocksProps {
  headers: Record<string, string>;
  /** Left out where it is shown elsewhere. */
  body?: string;
  status: number | null;
  answer: string | null;
  className?: string;
}

/** One exchange with an endpoint, as it went over the wire. */
export function ExchangeBlocks({ headers, body, status, answer, className }: ExchangeBlocksProps) {
  const words = useWords(endpointWords).exchange;
  return (
    <div className={clsx("grid grid-cols-1 items-start gap-3", className)}>
      <CodeBlock label={words.headers} code={headerLines(headers)} isWrapped />
      {body !== undefined && <CodeBlock label={words.body} code={body} isWrapped />}
      {status !== null && (
        <CodeBlock
          label={words.answer(status)}
          code={answer || words.empty}
          isCopyable={Boolean(answer)}
          isWrapped
        />
      )}
    </div>
  );
}

function headerLines(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}
