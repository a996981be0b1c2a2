"use client";

import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";
import type { LiveEvent, MessageView } from "@/lib/messages/contract";
import { panelFetch } from "../../_components/panel-fetch";
import { refreshQuery } from "../../_components/refresh-query";
import { patchPages } from "./patch-pages";

export interface MessagePage {
  data: MessageView[];
  next_cursor: string | null;
}

const queryKey = ["messages"];

/** The log's rows, newest first: the server's first page, further pages on demand, changes as they happen. */
export function useLiveMessages(firstPage: MessagePage) {
  const client = useQueryClient();
  const [freshIds, setFreshIds] = useState<ReadonlySet<string>>(new Set());
  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (event.kind === "refetch") void refreshQuery(client, queryKey);
      if (event.kind !== "messages") return;
      client.setQueryData<InfiniteData<MessagePage, string | null>>(queryKey, (known) => {
        if (!known) return known;
        const { pages, added } = patchPages(known.pages, event.messages);
        if (added.length > 0) setFreshIds((before) => new Set([...before, ...added]));
        return { ...known, pages };
      });
    },
    [client],
  );
  useLiveEvents(onEvent);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => panelFetch<MessagePage>(pagePath(pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    initialData: { pages: [firstPage], pageParams: [null] },
    // What the server rendered is a moment old, and the stream does not tell of what it missed.
    staleTime: 0,
  });
  return { ...query, rows: query.data.pages.flatMap((page) => page.data), freshIds };
}

function pagePath(before: string | null): string {
  return `/api/panel/messages?limit=50${before ? `&before=${encodeURIComponent(before)}` : ""}`;
}
