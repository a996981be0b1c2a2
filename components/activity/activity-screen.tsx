import type { ComponentProps } from "react";
import type { ActivityFilter } from "@/lib/activity/contract";
import { wordsOf } from "../language/current-language";
import { buttonClass } from "../ui/button-class";
import { ButtonLink } from "../ui/button-link";
import { PageHeading } from "../ui/heading";
import { ActivityFilters } from "./activity-filters";
import { ActivityList } from "./activity-list";
import { activityWords } from "./words";

interface ActivityScreenProps extends ComponentProps<typeof ActivityList> {
  title: string;
  lead: string;
  path: string;
  /** The CSV file of what the filters choose, without them. */
  csv: string;
  filter: ActivityFilter;
  zone: string;
  nextCursor: string | null;
  hasAccounts?: boolean;
}

/** The log of an account or of the installation: filters, a page of events, and the file of all. */
export async function ActivityScreen(props: ActivityScreenProps) {
  const { title, lead, path, csv, filter, zone, events, nextCursor, hasAccounts = false } = props;
  const words = await wordsOf(activityWords);
  const { cursor, zone: _zone, ...chosen } = filter;
  const isFiltered = Object.values(chosen).some(Boolean);
  return (
    <>
      <PageHeading
        title={title}
        lead={lead}
        actions={
          <a href={`${csv}${toQuery({ ...chosen, zone })}`} download className={buttonClass()}>
            {words.csv}
          </a>
        }
      />
      <ActivityFilters path={path} filter={chosen} zone={zone} hasAccounts={hasAccounts} />
      {events.length > 0 ? (
        <ActivityList events={events} />
      ) : (
        <p className="border-line border-t py-4 text-mute">
          {isFiltered ? words.noMatch : words.none}
        </p>
      )}
      <p className="mt-4 flex flex-wrap gap-2">
        {cursor !== undefined && (
          <ButtonLink href={`${path}${toQuery(chosen)}`}>{words.newest}</ButtonLink>
        )}
        {nextCursor !== null && (
          <ButtonLink href={`${path}${toQuery({ ...chosen, cursor: nextCursor })}`}>
            {words.older}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

function toQuery(filter: ActivityFilter): string {
  const given = Object.entries(filter).filter((each): each is [string, string] => Boolean(each[1]));
  const text = new URLSearchParams(given).toString();
  return text && `?${text}`;
}
