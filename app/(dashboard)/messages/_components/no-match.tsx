import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { EmptyState } from "@/components/ui/empty-state";
import { logWords } from "../words";

/** A log whose filters let nothing through, which is not the same as an empty one. */
export function NoMatch() {
  const { title, meaning, clear } = useWords(logWords).noMatch;
  return (
    <EmptyState title={title}>
      <p>{meaning}</p>
      <p>
        <Link
          href="/messages"
          className="link max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
        >
          {clear}
        </Link>
      </p>
    </EmptyState>
  );
}
