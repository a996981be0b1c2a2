import Link from "next/link";
import type { ReferencePart } from "../_document/reference";

interface PartListProps {
  parts: ReferencePart[];
  /** The part that this page shows. */
  current?: string;
}

/** Calls or events, each line leading to its page. */
export function PartList({ parts, current }: PartListProps) {
  return (
    <ul className="mt-3 border-line border-t">
      {parts.map(({ id, title, code }) => (
        <li key={id} className="border-line border-b">
          <Link
            id={current ? undefined : id}
            href={`/docs/reference/${id}`}
            prefetch={false}
            aria-current={id === current ? "page" : undefined}
            className="group grid min-h-11 scroll-mt-6 grid-cols-1 items-center gap-x-6 py-1 aria-[current]:font-medium sm:min-h-8 sm:grid-cols-2"
          >
            <span className="group-hover:underline">{title}</span>
            <code className="break-words font-mono text-mute text-sm">{code}</code>
          </Link>
        </li>
      ))}
    </ul>
  );
}
