"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import type { DeliveryStatus, DeliveryView, EndpointHealth } from "@/lib/deliveries/contract";
import { webhooksWords } from "../../words";
import { DeleteEndpoint } from "./delete-endpoint";
import { DeliveryLog } from "./delivery-log";
import { EndpointHeader } from "./endpoint-header";
import { EndpointNotices } from "./endpoint-notices";
import { EndpointSettings } from "./endpoint-settings";
import { ListenerSection } from "./listener-section";
import { ReplaySection } from "./replay-section";
import { SecretSection } from "./secret-section";
import { SignatureCheck } from "./signature-check";
import { TestSection } from "./test-section";
import { useEndpoint } from "./use-endpoint";

interface EndpointPageProps {
  health: EndpointHealth;
  log: {
    status: DeliveryStatus | undefined;
    firstPage: { data: DeliveryView[]; next_cursor: string | null };
  };
  /** Whether the account is an administrator's. */
  isAdmin: boolean;
  isNew: boolean;
  /** The replay to follow. */
  replayId: string | undefined;
  /** When an endpoint that is on again was switched off. */
  offSince: string | undefined;
}

/** The parts of an endpoint's page, in the order they are needed: make it work, watch it, mend it, change it. */
export function EndpointPage(props: EndpointPageProps) {
  const { health, log, isAdmin, isNew, replayId, offSince } = props;
  const { title } = useWords(webhooksWords);
  const { endpoint, recent, waiting } = useEndpoint(health);
  return (
    <>
      <p className="mb-4">
        <Link
          href="/settings/webhooks"
          className="link max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
        >
          {title}
        </Link>
      </p>
      <EndpointHeader endpoint={endpoint} recent={recent} />
      <EndpointNotices endpoint={endpoint} isNew={isNew} offSince={offSince} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 md:grid-cols-2">
        <SecretSection endpoint={endpoint} />
        {endpoint.listen ? <ListenerSection /> : <TestSection endpoint={endpoint} />}
        <DeliveryLog key={log.status ?? "all"} endpoint={endpoint} {...log} />
        <ReplaySection
          key={replayId ?? offSince ?? ""}
          endpoint={endpoint}
          replayId={replayId}
          offSince={offSince}
        />
        <SignatureCheck endpoint={endpoint} />
        {!endpoint.listen && <EndpointSettings endpoint={endpoint} isAdmin={isAdmin} />}
        <DeleteEndpoint endpoint={endpoint} waiting={waiting} />
      </div>
    </>
  );
}
