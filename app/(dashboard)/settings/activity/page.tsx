import type { Metadata } from "next";
import { ActivityScreen } from "@/components/activity/activity-screen";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { ActivityFilter } from "@/lib/activity/contract";
import { listActivity } from "@/lib/activity/list-activity";
import { readFilter } from "@/lib/activity/read-filter";
import { may } from "@/lib/core/permissions";
import { panelUrl } from "@/lib/operations/panel-contract";
import { requireActor } from "@/lib/sign-in/session";
import { readerZone } from "../../reader-zone";
import { ownActivityWords } from "./words";

const path = "/settings/activity";
const shown = 50;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(ownActivityWords)).title };
}

/** Who did what in the account. */
export default async function ActivityPage({ searchParams }: Props) {
  const actor = await requireActor(path);
  if (!may(actor.role, "read_activity")) {
    return <NotForRole role={actor.role} permission="read_activity" />;
  }
  const [{ zone }, words, params] = await Promise.all([
    readerZone(actor),
    wordsOf(ownActivityWords),
    searchParams,
  ]);
  const { account: _, ...filter } = ActivityFilter.parse({ ...params, zone });
  const read = (cursor?: string) =>
    listActivity({ actor, input: readFilter({ ...filter, cursor }, shown) });
  // A cursor that is none is no reason for an error page.
  const { data, nextCursor } = await read(filter.cursor).catch(() => read());
  return (
    <ActivityScreen
      {...words}
      path={path}
      csv={panelUrl("/api/panel/activity.csv", {})}
      filter={filter}
      zone={zone}
      events={data}
      nextCursor={nextCursor}
    />
  );
}
