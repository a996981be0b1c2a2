"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { DeliveryStatus } from "@/lib/deliveries/contract";
import type { EndpointView } from "@/lib/webhooks/contract";
import { LiveDot } from "../../../../_components/live-dot";
import { DeliveryTable } from "./delivery-table";
import { StateFilter } from "./state-filter";
import { type DeliveryPage, useDeliveries } from "./use-deliveries";

interface DeliveryLogProps {
  endpoint: EndpointView;
  /** Only those in this state. */
  status: DeliveryStatus | undefined;
  firstPage: DeliveryPage;
}

/** What an endpoint was sent, newest first and live. */
export function DeliveryLog({ endpoint, status, firstPage }: DeliveryLogProps) {
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage, error } = useDeliveries({
    endpointId: endpoint.id,
    status,
    firstPage,
  });
  return (
    <section className="min-w-0 md:col-span-2">
      <SectionHeading
        title="Deliveries"
        actions={
          <>
            <LiveDot />
            <a
              href={`/api/panel/webhook-endpoints/${endpoint.id}/deliveries.csv`}
              download
              className={buttonClass()}
            >
              <Download className="size-3.5" aria-hidden="true" />
              CSV, a line a try
            </a>
          </>
        }
      />
      <StateFilter endpointId={endpoint.id} status={status} />
      {error && (
        <div className="mb-4">
          <Notice tone="warn" role="status" title="The list may be out of date">
            {error.message} It is asked for again with the next change; reload to ask now.
          </Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <p className="border-line border-t py-4 text-mute">{emptyWords(status)}</p>
      ) : (
        <DeliveryTable rows={rows} />
      )}
      {hasNextPage && (
        <div className="mt-4">
          <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Older deliveries
          </Button>
        </div>
      )}
    </section>
  );
}

function emptyWords(status: DeliveryStatus | undefined): string {
  if (status !== undefined) return "No delivery is in this state.";
  return "Nothing yet. The first message that ends appears here at once.";
}
