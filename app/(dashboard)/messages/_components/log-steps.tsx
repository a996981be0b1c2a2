import { useWords } from "@/components/language/use-words";
import { ButtonLink } from "@/components/ui/button-link";
import { logWords } from "../words";
import { type LogSearch, logQuery } from "./log-search";

interface LogStepsProps {
  search: LogSearch;
  /** The first message of this page, if there are newer ones. */
  newer: string | undefined;
  /** The last one, if there are older ones. */
  older: string | undefined;
}

/** Leads to the neighbouring pages. They are named by a message, so they stay where they are as new ones come. */
export function LogSteps({ search, newer, older }: LogStepsProps) {
  const words = useWords(logWords);
  if (!newer && !older) return null;
  const href = (place: LogSearch) =>
    `/messages${logQuery(search, { before: undefined, after: undefined, ...place })}`;
  return (
    <nav aria-label={words.pages} className="mt-4 flex gap-2">
      {newer && (
        <ButtonLink href={href({ after: newer })} prefetch={false} rel="prev">
          {words.newer}
        </ButtonLink>
      )}
      {older && (
        <ButtonLink href={href({ before: older })} prefetch={false} rel="next">
          {words.older}
        </ButtonLink>
      )}
    </nav>
  );
}
