import type { Metadata } from "next";
import { ActivityScreen } from "@/components/activity/activity-screen";
import { wordsOf } from "@/components/language/current-language";
import { ActivityFilter } from "@/lib/activity/contract";
import { listInstallationActivity } from "@/lib/activity/list-installation-activity";
import { readFilter } from "@/lib/activity/read-filter";
import { panelUrl } from "@/lib/operations/panel-contract";
import { readerZone } from "../../../(dashboard)/reader-zone";
import { requireAdmin } from "../require-admin";
import { adminActivityWords } from "./words";

const path = "/admin/activity";
const shown = 50;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(adminActivityWords)).title };
}

/** Who did what in all accounts and in the installation. */
export default async function AdminActivityPage({ searchParams }: Props) {
  const actor = await requireAdmin(path);
  const [{ zone }, words, params] = await Promise.all([
    readerZone(actor),
    wordsOf(adminActivityWords),
    searchParams,
  ]);
  const filter = ActivityFilter.parse({ ...params, zone });
  const account = filter.account || undefined;
  const read = (cursor?: string) =>
    listInstallationActivity({
      actor,
      input: { ...readFilter({ ...filter, cursor }, shown), account },
    });
  // A cursor that is none is no reason for an error page.
  const { data, nextCursor } = await read(filter.cursor).catch(() => read());
  return (
    <ActivityScreen
      {...words}
      path={path}
      csv={panelUrl("/api/panel/admin/activity.csv", {})}
      filter={filter}
      zone={zone}
      events={data}
      nextCursor={nextCursor}
      hasAccounts
    />
  );
}
