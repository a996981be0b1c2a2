"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { DeliveryStatus, DeliveryView } from "@/lib/deliveries/contract";
import { panelFetch } from "../../../../_components/panel-fetch";
import { useLiveRefresh } from "../../../../_components/use-live-refresh";

export interface DeliveryPage {
  data: DeliveryView[];
  next_cursor: string | null;
}

interface Wanted {
  endpointId: string;
  status: DeliveryStatus | undefined;
  firstPage: DeliveryPage;
}

/** What an endpoint was sent, newest first: the server's first page, further pages on demand, kept current. */
export function useDeliveries({ endpointId, status, firstPage }: Wanted) {
  const queryKey = ["deliveries", endpointId, status ?? "all"];
  useLiveRefresh(queryKey);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => panelFetch<DeliveryPage>(path(endpointId, status, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    initialData: { pages: [firstPage], pageParams: [null] },
    // What the server rendered is a moment old, and the stream does not tell of what it missed.
    staleTime: 0,
  });
  return { ...query, rows: query.data.pages.flatMap((page) => page.data) };
}

function path(endpointId: string, status: string | undefined, cursor: string | null): string {
  const query = new URLSearchParams({ ...(status && { status }), ...(cursor && { cursor }) });
  return `/api/panel/webhook-endpoints/${endpointId}/deliveries?${query}`;
}
