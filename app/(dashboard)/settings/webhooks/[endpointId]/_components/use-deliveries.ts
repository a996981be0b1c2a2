"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { DeliveryPage, DeliveryStatus } from "@/lib/deliveries/contract";
import { panelFetch } from "../../../../_components/panel-fetch";
import { useLiveRefresh } from "../../../../_components/use-live-refresh";

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
    queryFn: ({ pageParam }) => {
      const wanted = { ...(status && { status }), ...(pageParam && { cursor: pageParam }) };
      return panelFetch(
        "/api/panel/webhook-endpoints/{endpoint_id}/deliveries",
        { endpoint_id: endpointId },
        `?${new URLSearchParams(wanted)}`,
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    initialData: { pages: [firstPage], pageParams: [null] },
    // What the server rendered is a moment old, and the stream does not tell of what it missed.
    staleTime: 0,
  });
  return { ...query, rows: query.data.pages.flatMap((page) => page.data) };
}
