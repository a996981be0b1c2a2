import { SectionHeading } from "@/components/ui/heading";
import type { DeliveryStatus } from "@/lib/deliveries/contract";
import type { EndpointView } from "@/lib/webhooks/contract";
import { EndpointRow } from "./endpoint-row";

interface EndpointListProps {
  endpoints: readonly EndpointView[];
  /** The states of the newest deliveries by endpoint, oldest first. */
  recent: ReadonlyMap<string, DeliveryStatus[]>;
}

/** The account's endpoints, oldest first. */
export function EndpointList({ endpoints, recent }: EndpointListProps) {
  return (
    <section>
      <SectionHeading title="Endpoints" />
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
