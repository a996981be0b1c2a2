"use client";

import { Download } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { DeliveryPage, DeliveryStatus } from "@/lib/deliveries/contract";
import { panelUrl } from "@/lib/operations/panel-contract";
import type { EndpointView } from "@/lib/webhooks/contract";
import { LiveDot } from "../../../../_components/live-dot";
import { endpointWords } from "../words";
import { DeliveryTable } from "./delivery-table";
import { StateFilter } from "./state-filter";
import { useDeliveries } from "./use-deliveries";

interface DeliveryLogProps {
  endpoint: EndpointView;
  /** Only those in this state. */
  status: DeliveryStatus | undefined;
  firstPage: DeliveryPage;
}

/** What an endpoint was sent, newest first and live. */
export function DeliveryLog({ endpoint, status, firstPage }: DeliveryLogProps) {
  const words = useWords(endpointWords).log;
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage, error } = useDeliveries({
    endpointId: endpoint.id,
    status,
    firstPage,
  });
  return (
    <section className="min-w-0 md:col-span-2">
      <SectionHeading
        title={words.title}
        actions={
          <>
            <LiveDot />
            <a
              href={panelUrl("/api/panel/webhook-endpoints/{endpoint_id}/deliveries.csv", {
                endpoint_id: endpoint.id,
              })}
              download
              className={buttonClass()}
            >
              <Download className="size-3.5" aria-hidden="true" />
              {words.csv}
            </a>
          </>
        }
      />
      <StateFilter endpointId={endpoint.id} status={status} />
      {error && (
        <div className="mb-4">
          <Notice tone="warn" role="status" title={words.stale}>
            {words.staleMore(error.message)}
          </Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <p className="border-line border-t py-4 text-mute">
          {status === undefined ? words.none : words.noneInState}
        </p>
      ) : (
        <DeliveryTable rows={rows} />
      )}
      {hasNextPage && (
        <div className="mt-4">
          <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.older}
          </Button>
        </div>
      )}
    </section>
  );
}
