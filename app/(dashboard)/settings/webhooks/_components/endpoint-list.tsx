import { wordsOf } from "@/components/language/current-language";
import { SectionHeading } from "@/components/ui/heading";
import type { DeliveryStatus } from "@/lib/deliveries/contract";
import type { EndpointView } from "@/lib/webhooks/contract";
import { maxEndpoints } from "@/lib/webhooks/create-endpoint";
import { webhooksWords } from "../words";
import { EndpointRow } from "./endpoint-row";

interface EndpointListProps {
  endpoints: readonly EndpointView[];
  /** The statuses of the newest deliveries by endpoint, oldest first. */
  recent: ReadonlyMap<string, DeliveryStatus[]>;
}

/** The account's endpoints, oldest first. */
export async function EndpointList({ endpoints, recent }: EndpointListProps) {
  const { add, list } = await wordsOf(webhooksWords);
  return (
    <section>
      <SectionHeading title={list.title} lead={add.inUse(endpoints.length, maxEndpoints)} />
      <ul>
        {endpoints.map((endpoint) => (
          <EndpointRow
            key={endpoint.id}
            endpoint={endpoint}
            recent={recent.get(endpoint.id) ?? []}
          />
        ))}
      </ul>
    </section>
  );
}
