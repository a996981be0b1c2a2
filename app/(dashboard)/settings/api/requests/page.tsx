import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { env } from "@/lib/core/env";
import { may } from "@/lib/core/permissions";
import { RequestFilter } from "@/lib/request-log/contract";
import { listRequests } from "@/lib/request-log/list-requests";
import { requireActor } from "@/lib/sign-in/session";
import { listTokens } from "@/lib/tokens/list-tokens";
import { RequestFilters } from "./_components/request-filters";
import { RequestList } from "./_components/request-list";
import { RequestPages } from "./_components/request-pages";
import { type RequestWords, requestWords } from "./words";

const path = "/settings/api/requests";
const shown = 50;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(requestWords)).title };
}

/** What the tokens of the account asked of the API lately. */
export default async function RequestsPage({ searchParams }: Props) {
  const actor = await requireActor(path);
  if (!may(actor.role, "manage_tokens")) {
    return <NotForRole role={actor.role} permission="manage_tokens" />;
  }
  const [words, params] = await Promise.all([wordsOf(requestWords), searchParams]);
  const { cursor, ...chosen } = RequestFilter.parse(params);
  const read = (from?: string) =>
    listRequests({ actor, input: { ...chosen, cursor: from, limit: shown } });
  // A cursor that is none is no reason for an error page.
  const [{ data, nextCursor }, tokens] = await Promise.all([
    read(cursor).catch(() => read()),
    listTokens({ actor }),
  ]);
  const isFiltered = Object.values(chosen).some(Boolean);
  const actions = <ButtonLink href="/settings/api">{words.tokens}</ButtonLink>;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} actions={actions} />
      {env().REQUEST_LOG === "off" && (
        <div className="mb-6">
          <Notice title={words.isOff} />
        </div>
      )}
      <RequestFilters path={path} filter={chosen} tokens={tokens} isFiltered={isFiltered} />
      {data.length > 0 ? (
        <RequestList requests={data} />
      ) : (
        <p className="border-line border-t py-4 text-mute">
          {emptyWords(words, isFiltered, nextCursor !== null)}
        </p>
      )}
      <RequestPages
        path={path}
        filter={chosen}
        isFirst={cursor === undefined}
        nextCursor={nextCursor}
      />
    </>
  );
}

function emptyWords(words: RequestWords, isFiltered: boolean, hasOlder: boolean): string {
  if (!isFiltered) return words.none;
  return hasOlder ? words.noMatchYet : words.noMatch;
}
