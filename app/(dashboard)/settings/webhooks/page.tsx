import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/core/permissions";
import { recentDeliveries } from "@/lib/deliveries/recent-deliveries";
import { requireActor } from "@/lib/sign-in/session";
import { maxEndpoints } from "@/lib/webhooks/create-endpoint";
import { listEndpoints } from "@/lib/webhooks/list-endpoints";
import { EndpointForm } from "./_components/endpoint-form";
import { EndpointList } from "./_components/endpoint-list";
import { NoEndpoints } from "./_components/no-endpoints";
import { webhooksWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(webhooksWords)).title };
}

interface WebhooksPageProps {
  searchParams: Promise<{ deleted?: string }>;
}

/** Lists and adds webhook endpoints. */
export default async function WebhooksPage({ searchParams }: WebhooksPageProps) {
  const actor = await requireActor("/settings/webhooks");
  if (!may(actor.role, "manage_webhooks"))
    return <NotForRole role={actor.role} permission="manage_webhooks" />;
  const [endpoints, recent, { deleted }] = await Promise.all([
    listEndpoints({ actor }),
    recentDeliveries({ actor }),
    searchParams,
  ]);
  const words = await wordsOf(webhooksWords);
  const isFirst = endpoints.length === 0;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {deleted && (
        <div className="mb-6">
          <Notice tone="ok" role="status" title={words.deleted}>
            {words.deletedMore}
          </Notice>
        </div>
      )}
      <div className="grid grid-cols-1 gap-8">
        {isFirst && <NoEndpoints />}
        {endpoints.length < maxEndpoints ? (
          <EndpointForm isFirst={isFirst} isAdmin={actor.isAdmin} />
        ) : (
          <p>{words.add.full(maxEndpoints)}</p>
        )}
        {!isFirst && <EndpointList endpoints={endpoints} recent={recent} />}
      </div>
    </>
  );
}
