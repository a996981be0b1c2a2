"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { EndpointHealth } from "@/lib/deliveries/contract";
import { panelFetch } from "../../../../_components/panel-fetch";
import { useLiveRefresh } from "../../../../_components/use-live-refresh";

/** An endpoint and how it has been doing: as the server rendered it, and anew when messages change. */
export function useEndpoint(rendered: EndpointHealth): EndpointHealth {
  const { id } = rendered.endpoint;
  const client = useQueryClient();
  const queryKey = ["endpoint", id];
  useLiveRefresh(queryKey);
  // What a form changed comes with the page it was sent from.
  useEffect(() => {
    client.setQueryData(["endpoint", id], rendered);
  }, [client, id, rendered]);
  const { data } = useQuery({
    queryKey,
    queryFn: () => panelFetch("/api/panel/webhook-endpoints/{endpoint_id}", { endpoint_id: id }),
    initialData: rendered,
    staleTime: 0,
  });
  return data;
}
