import { wordsOf } from "@/components/language/current-language";
import { ButtonLink } from "@/components/ui/button-link";
import type { RequestFilter } from "@/lib/request-log/contract";
import { requestWords } from "../words";

interface RequestPagesProps {
  path: string;
  filter: Partial<RequestFilter>;
  isFirst: boolean;
  nextCursor: string | null;
}

/** The ways to the newest requests and to older ones, with the filters of this page. */
export async function RequestPages({ path, filter, isFirst, nextCursor }: RequestPagesProps) {
  const words = await wordsOf(requestWords);
  return (
    <p className="mt-4 flex flex-wrap gap-2">
      {!isFirst && <ButtonLink href={`${path}${toQuery(filter)}`}>{words.newest}</ButtonLink>}
      {nextCursor !== null && (
        <ButtonLink href={`${path}${toQuery({ ...filter, cursor: nextCursor })}`}>
          {words.older}
        </ButtonLink>
      )}
    </p>
  );
}

function toQuery(filter: Partial<RequestFilter>): string {
  const given = Object.entries(filter).filter((each): each is [string, string] => Boolean(each[1]));
  const text = new URLSearchParams(given).toString();
  return text && `?${text}`;
}
