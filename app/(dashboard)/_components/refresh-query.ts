import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Asks for rows again, after what was asked for already: older rows on their way would be dropped. */
export async function refreshQuery(client: QueryClient, queryKey: QueryKey): Promise<void> {
  const underWay = client.getQueryCache().find({ queryKey })?.promise;
  await underWay?.catch(() => undefined);
  await client.invalidateQueries({ queryKey });
}
