"use client";

import { useQuery } from "@tanstack/react-query";
import type { LogCount } from "@/lib/message-log/log-contract";
import { panelFetch } from "../../_components/panel-fetch";
import { useLiveRefresh } from "../../_components/use-live-refresh";
import { type LogSearch, logQuery } from "./log-search";

/** Counting costs more than a list, and a number need not follow every message. */
const gatherMs = 3000;

/** How many messages match the filters, kept current. */
export function useLogCount(search: LogSearch, firstCount: LogCount): LogCount {
  const query = logQuery(search, { before: undefined, after: undefined });
  const queryKey = ["log count", query];
  const { data } = useQuery({
    queryKey,
    queryFn: () => panelFetch("/api/panel/messages/count", {}, query),
    initialData: firstCount,
    // Another page of the log brings a count of its own, which is newer than a remembered one.
    gcTime: 0,
  });
  useLiveRefresh(queryKey, { gatherMs });
  return data;
}
