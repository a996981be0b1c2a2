import Link from "next/link";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { LogTime } from "@/components/ui/time";
import { isTextless, wordErased } from "@/components/word-erased";
import type { InboundView } from "@/lib/inbound/contract";
import type { InboundMatches } from "@/lib/inbound/search-inbound";
import { RefreshOnMessages } from "../conversations/_components/refresh-on-messages";
import { conversationWords } from "../conversations/words";
import { logWords } from "../words";
import { DirectionSwitch } from "./direction-switch";
import { directionHref, isFiltered, type LogSearch, logQuery } from "./log-search";
import { ReceivedFilters } from "./received-filters";

interface ReceivedLogProps {
  page: InboundMatches;
  search: LogSearch;
  unread: number;
}

/** The messages from phones, newest first; each leads to its conversation. */
export async function ReceivedLog({ page, search, unread }: ReceivedLogProps) {
  const words = await wordsOf(logWords);
  return (
    <>
      {/* A page further down is read, not watched. */}
      {search.before === undefined && <RefreshOnMessages />}
      <PageHeading
        title={words.title}
        actions={
          <ButtonLink href="/messages/conversations">{words.conversations(unread)}</ButtonLink>
        }
      />
      <DirectionSwitch search={search} />
      <ReceivedFilters search={search} />
      {page.data.length === 0 ? (
        <NothingReceived search={search} isSoFar={page.isSoFar} />
      ) : (
        <ul aria-label={words.received.list} className="border-line border-b text-sm">
          {page.data.map((message) => (
            <ReceivedRow key={message.message_id} message={message} />
          ))}
        </ul>
      )}
      <Steps search={search} page={page} />
    </>
  );
}

async function ReceivedRow({ message: kept }: { message: InboundView }) {
  const [words, talk] = await Promise.all([wordsOf(logWords), wordsOf(conversationWords)]);
  const message = wordErased(kept, await currentLanguage());
  const { from, to, body, keyword, test, received_at } = message;
  return (
    <li
      data-received={message.message_id}
      className="relative grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 border-line border-t py-2.5 hover:bg-panel sm:grid-cols-[9rem_9rem_minmax(0,1fr)_auto_9rem]"
    >
      <Link
        href={`/messages/conversations/${encodeURIComponent(from)}`}
        prefetch={false}
        className="truncate font-mono tabular-nums after:absolute after:inset-0 hover:underline max-sm:font-medium"
      >
        <OutsideText text={from} />
      </Link>
      <span className="truncate font-mono text-mute tabular-nums max-sm:order-3">
        {to !== "" && (
          <>
            <span className="font-sans">{words.received.to} </span>
            <OutsideText text={to} />
          </>
        )}
      </span>
      <span className="truncate max-sm:order-2 max-sm:col-span-2" dir="auto" lang="">
        {test && (
          <span className="mr-2 border border-control px-1 text-mute text-xs">{words.test}</span>
        )}
        <span className={isTextless(message) ? "text-mute" : undefined}>
          <OutsideText text={body} />
        </span>
      </span>
      <span className="text-mute max-sm:order-4 max-sm:col-span-2 max-sm:empty:hidden">
        {keyword && talk.keywords[keyword]}
      </span>
      <span className="whitespace-nowrap text-right text-mute">
        <LogTime at={received_at} />
      </span>
    </li>
  );
}

async function NothingReceived({ search, isSoFar }: { search: LogSearch; isSoFar: boolean }) {
  const [words, talk] = await Promise.all([wordsOf(logWords), wordsOf(conversationWords)]);
  if (isSoFar || isFiltered(search)) {
    return (
      <EmptyState title={isSoFar ? words.noMatch.soFar : words.noMatch.title}>
        <p>
          <Link href={directionHref({}, "received")} prefetch={false} className="link">
            {words.noMatch.clear}
          </Link>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={talk.none}>
      <p className="text-mute">{talk.noneHint}</p>
    </EmptyState>
  );
}

async function Steps({ search, page }: Pick<ReceivedLogProps, "search" | "page">) {
  const words = await wordsOf(logWords);
  const { olderThan, isSoFar } = page;
  if (!olderThan && search.before === undefined) return null;
  const href = (before: string | undefined) => `/messages${logQuery(search, { before })}`;
  return (
    <nav aria-label={words.pages} className="mt-4 flex gap-2">
      {search.before !== undefined && (
        <ButtonLink href={href(undefined)} prefetch={false}>
          {words.received.newest}
        </ButtonLink>
      )}
      {olderThan && (
        <ButtonLink href={href(olderThan)} prefetch={false} rel="next">
          {isSoFar ? words.searchOlder : words.older}
        </ButtonLink>
      )}
    </nav>
  );
}
