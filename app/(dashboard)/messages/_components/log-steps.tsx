import { useWords } from "@/components/language/use-words";
import { ButtonLink } from "@/components/ui/button-link";
import type { LogPage } from "@/lib/message-log/log-contract";
import { logWords } from "../words";
import { type LogSearch, logQuery } from "./log-search";

interface LogStepsProps {
  search: LogSearch;
  /** The first message of this page, if there are newer ones. */
  newer: string | undefined;
  /** The last one, if there are older ones. */
  older: string | undefined;
  /** The message at which the search stopped: older ones are still to be searched. */
  searchedTo: LogPage["searched_to"];
}

/** Leads to the neighbouring pages. They are named by a message, so they stay where they are as new ones come. */
export function LogSteps({ search, newer, older, searchedTo }: LogStepsProps) {
  const words = useWords(logWords);
  const next = searchedTo ?? older;
  if (!newer && !next) return null;
  const href = (place: LogSearch) =>
    `/messages${logQuery(search, { before: undefined, after: undefined, ...place })}`;
  return (
    <nav aria-label={words.pages} className="mt-4 flex gap-2">
      {newer && (
        <ButtonLink href={href({ after: newer })} prefetch={false} rel="prev">
          {words.newer}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={href({ before: next })} prefetch={false} rel="next">
          {searchedTo ? words.searchOlder : words.older}
        </ButtonLink>
      )}
    </nav>
  );
}
