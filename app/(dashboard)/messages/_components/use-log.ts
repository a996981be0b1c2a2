"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";
import type { LogPage } from "@/lib/message-log/log-contract";
import type { LiveEvent, MessageView } from "@/lib/messages/contract";
import { panelUrl } from "@/lib/operations/panel-contract";
import { panelFetch } from "../../_components/panel-fetch";
import { refreshQuery } from "../../_components/refresh-query";
import { absorbChanges, joinPages } from "./absorb-changes";
import { isFiltered, type LogSearch, logQuery } from "./log-search";

const pageRows = 50;
/** What is kept while someone reads further down and new rows wait. */
const maxHeld = 600;
/** Changes to a filtered list that come this close together are asked about together. */
const gatherMs = 500;
/** Still at the top. */
const topPx = 24;

/**
 * The rows of one page of the log, kept current. On the first page new messages come on top; while someone
 * reads further down they wait, and are counted, until asked for.
 */
export function useLog(firstPage: LogPage, search: LogSearch) {
  const isFirst = !firstPage.has_newer;
  const newest = { before: undefined, after: undefined };
  const wanted = logQuery(search, isFirst ? newest : {});
  const path = panelUrl("/api/panel/messages", {}, wanted);
  const client = useQueryClient();
  const { held, heldNow, release } = useHold(
    isFirst,
    () => client.getQueryData<LogPage>(["log", path])?.data[0]?.message_id ?? "",
  );
  // Told while an answer is on its way, which may be older than they are.
  const told = useRef<MessageView[]>([]);
  const maxRows = useCallback(() => (heldNow.current === null ? pageRows : maxHeld), [heldNow]);
  const takesNew = isFirst && !isFiltered(search);

  const query = useQuery({
    queryKey: ["log", path],
    queryFn: async () => {
      told.current = [];
      const answer = await panelFetch("/api/panel/messages", {}, wanted);
      const known = client.getQueryData<LogPage>(["log", path]);
      const joined = isFirst ? joinPages(answer, known, maxRows()) : answer;
      return absorbChanges(joined, told.current, { takesNew, maxRows: maxRows() });
    },
    initialData: firstPage,
    // What the server rendered is a moment old, and the stream does not tell of what it missed.
    staleTime: 0,
  });
  const { refresh, refreshSoon } = useRefresh(path);
  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (event.kind === "refetch") refresh();
      if (event.kind !== "messages") return;
      told.current = [...told.current, ...event.messages].slice(-maxHeld);
      client.setQueryData<LogPage>(
        ["log", path],
        (known) => known && absorbChanges(known, event.messages, { takesNew, maxRows: maxRows() }),
      );
      if (isFirst && !takesNew) refreshSoon();
    },
    [client, isFirst, maxRows, path, refresh, refreshSoon, takesNew],
  );
  useLiveEvents(onEvent);

  const { data: rows, has_older, searched_to } = query.data;
  const shown = held === null ? rows : rows.filter(({ message_id }) => message_id <= held);
  return {
    rows: shown.slice(0, pageRows),
    waiting: rows.length - shown.length,
    hasOlder: has_older || shown.length > pageRows,
    searchedTo: shown.length > pageRows ? null : searched_to,
    error: query.error,
    showNew: () => {
      release();
      window.scrollTo({ top: 0 });
      refresh();
    },
  };
}

/** The newest message on the screen when the reader left the top of the list; null while they are there. */
function useHold(isFirst: boolean, newest: () => string) {
  const [held, setHeld] = useState<string | null>(null);
  const heldNow = useRef<string | null>(null);
  const hold = useCallback((id: string | null) => {
    heldNow.current = id;
    setHeld(id);
  }, []);
  const newestNow = useRef(newest);
  useEffect(() => {
    newestNow.current = newest;
  });
  useEffect(() => {
    if (!isFirst) return;
    const onScroll = () => {
      if (window.scrollY <= topPx) hold(null);
      // An empty list has nothing that could move away.
      else if (heldNow.current === null) hold(newestNow.current() || null);
    };
    onScroll();
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => window.removeEventListener("scroll", onScroll);
  }, [hold, isFirst]);
  return { held, heldNow, release: () => hold(null) };
}

function useRefresh(path: string) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = useCallback(() => void refreshQuery(client, ["log", path]), [client, path]);
  const refreshSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, gatherMs);
  }, [refresh]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return { refresh, refreshSoon };
}
