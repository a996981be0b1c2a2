import type { Metadata } from "next";
import { cookies } from "next/headers";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { carrierNames } from "@/lib/carriers/choose-carrier";
import type { UserActor } from "@/lib/core/actor";
import { AppError } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { listMessageDeliveries } from "@/lib/deliveries/list-message-deliveries";
import { countUnread } from "@/lib/inbound/count-unread";
import type { Language } from "@/lib/language/language";
import { countLog } from "@/lib/message-log/count-log";
import { listLog } from "@/lib/message-log/list-log";
import { listReceived } from "@/lib/message-log/list-received";
import { LogQuery } from "@/lib/message-log/log-contract";
import { traceMessage } from "@/lib/message-log/trace-message";
import { listCountryCodes } from "@/lib/numbers/list-country-codes";
import { requireActor } from "@/lib/sign-in/session";
import { listTokens } from "@/lib/tokens/list-tokens";
import { densityCookie, readDensity } from "./_components/density";
import { type LogSearch, logQuery, readLogSearch } from "./_components/log-search";
import { MessageLog } from "./_components/message-log";
import { ReceivedLog } from "./_components/received-log";
import type { Opened } from "./_components/use-opened";
import { logWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(logWords)).title };
}

interface MessagesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The message log, of messages sent or received: the rows asked for come with the page, changes live. */
export default async function MessagesPage({ searchParams }: MessagesPageProps) {
  const params = await searchParams;
  const asked = readLogSearch(params);
  const opens = [params["m"]].flat()[0];
  const actor = await requireActor(`/messages${logQuery(asked, { m: opens })}`);
  if (!may(actor.role, "read_messages"))
    return <NotForRole role={actor.role} permission="read_messages" />;
  const query = LogQuery.parse(asked);
  if (query.direction === "received") {
    const [page, unread] = await Promise.all([
      listReceived({ actor, input: query }),
      countUnread({ actor }),
    ]);
    return <ReceivedLog page={page} search={sensible(asked, query)} unread={unread} />;
  }
  return <SentLog actor={actor} asked={asked} query={query} opens={opens} />;
}

interface SentLogProps {
  actor: UserActor;
  asked: LogSearch;
  query: LogQuery;
  /** The message to open in the drawer. */
  opens: string | undefined;
}

async function SentLog({ actor, asked, query, opens }: SentLogProps) {
  const [firstPage, firstCount, tokens, campaign, opened, jar, unread] = await Promise.all([
    listLog({ actor, input: query }),
    countLog({ actor, input: query }),
    may(actor.role, "manage_tokens") ? listTokens({ actor }) : [],
    query.send === undefined
      ? null
      : getCampaign({ actor, input: { campaignId: query.send } }).catch(orNull),
    openedMessage(actor, opens),
    cookies(),
    countUnread({ actor }),
  ]);
  const choices = {
    tokens: tokens.map(({ token_id, name, masked }) => ({ token_id, name, masked })),
    countries: countryChoices(await currentLanguage()),
    carriers: carrierNames(),
    campaign,
  };
  return (
    <MessageLog
      firstPage={firstPage}
      search={sensible(asked, query)}
      choices={choices}
      opened={opened}
      firstCount={firstCount}
      unread={unread}
      firstDensity={readDensity(jar.get(densityCookie)?.value)}
    />
  );
}

/** The country codes by the name of the country each is mainly known for. */
function countryChoices(language: Language) {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return listCountryCodes()
    .map(({ code, countries: [main = "001", ...others] }) => ({
      value: code,
      label: `${names.of(main)}${others.length > 0 ? " …" : ""} (+${code})`,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}

/** What of the address was understood: only that may be shown as in force. */
function sensible(asked: LogSearch, query: LogQuery): LogSearch {
  const search: LogSearch = {};
  for (const name of Object.keys(asked) as (keyof LogSearch)[]) {
    const understood = query[name];
    if (understood !== undefined) search[name] = String(understood);
  }
  return search;
}

/** The message in the drawer, if the address names one that is there. */
async function openedMessage(
  actor: UserActor,
  messageId: string | undefined,
): Promise<Opened | null> {
  if (messageId === undefined) return null;
  const [message, deliveries] = await Promise.all([
    // The drawer says itself that there is no such message.
    traceMessage({ actor, input: { messageId } }).catch(orNull),
    listMessageDeliveries({ actor, input: { messageId } }),
  ]);
  return message && { message, deliveries };
}

/** What an address names and the account does not have is nothing. */
function orNull(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}
