import type { Metadata } from "next";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { requireSession } from "@/lib/accounts/session";
import { recentDeliveries } from "@/lib/deliveries/recent-deliveries";
import { mostEndpoints } from "@/lib/webhooks/create-endpoint";
import { listEndpoints } from "@/lib/webhooks/list-endpoints";
import { EndpointForm } from "./_components/endpoint-form";
import { EndpointList } from "./_components/endpoint-list";
import { NoEndpoints } from "./_components/no-endpoints";

export const metadata: Metadata = { title: "Webhooks" };

interface WebhooksPageProps {
  searchParams: Promise<{ deleted?: string }>;
}

/** Lists and adds the addresses that are told how messages end. */
export default async function WebhooksPage({ searchParams }: WebhooksPageProps) {
  const { accountId } = await requireSession("/settings/webhooks");
  const [endpoints, recent, { deleted }] = await Promise.all([
    listEndpoints({ accountId }),
    recentDeliveries(accountId),
    searchParams,
  ]);
  return (
    <>
      <PageHeading
        title="Webhooks"
        lead="An endpoint is an address of yours that is told how each message ends, signed, within moments."
      />
      {deleted && (
        <div className="mb-6">
          <Notice tone="ok" role="status" title="Endpoint deleted.">
            It gets nothing more. What it was sent stays in the history of the messages.
          </Notice>
        </div>
      )}
      <div className="grid grid-cols-1 gap-8">
        {endpoints.length === 0 ? (
          <NoEndpoints />
        ) : (
          <EndpointList endpoints={endpoints} recent={recent} />
        )}
        <section>
          <SectionHeading
            title="Add an endpoint"
            lead={`${endpoints.length} of ${mostEndpoints} in use.`}
          />
          {endpoints.length < mostEndpoints ? (
            <EndpointForm />
          ) : (
            <p>An account has at most {mostEndpoints} endpoints. Delete one to add another.</p>
          )}
        </section>
      </div>
    </>
  );
}
