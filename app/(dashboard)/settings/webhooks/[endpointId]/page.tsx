import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { AppError } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { deliveryStatuses } from "@/lib/deliveries/contract";
import { getEndpointHealth } from "@/lib/deliveries/get-endpoint-health";
import { listDeliveries } from "@/lib/deliveries/list-deliveries";
import { requireActor } from "@/lib/sign-in/session";
import { EndpointPage } from "./_components/endpoint-page";
import { endpointWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(endpointWords)).title };
}

interface OneEndpointPageProps {
  params: Promise<{ endpointId: string }>;
  searchParams: Promise<{ state?: string; added?: string; replay?: string; off_since?: string }>;
}

/** One endpoint: its secret, a test event, what it was sent, and what can be done about it. */
export default async function OneEndpointPage({ params, searchParams }: OneEndpointPageProps) {
  const [{ endpointId }, query] = await Promise.all([params, searchParams]);
  const actor = await requireActor(`/settings/webhooks/${endpointId}`);
  if (!may(actor.role, "manage_webhooks"))
    return <NotForRole role={actor.role} permission="manage_webhooks" />;
  const health = await getEndpointHealth({ actor, input: { endpointId } }).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === "not_found") notFound();
      throw error;
    },
  );
  const status = deliveryStatuses.find((each) => each === query.state);
  const { data, nextCursor } = await listDeliveries({
    actor,
    input: { endpointId, query: status ? { status } : {} },
  });
  return (
    <EndpointPage
      health={health}
      log={{ status, firstPage: { data, next_cursor: nextCursor } }}
      isAdmin={actor.isAdmin}
      isNew={query.added !== undefined}
      replayId={query.replay}
      offSince={query.off_since}
    />
  );
}
