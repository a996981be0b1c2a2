import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { Permitted } from "@/components/permitted";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { ListCampaignsQuery } from "@/lib/campaigns/inputs-contract";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";
import { CampaignList } from "./_components/campaign-list";
import { NewCampaign } from "./_components/new-campaign";
import { campaignWords } from "./words";

const path = "/campaigns";
const pageSize = 30;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(campaignWords)).title };
}

/** The campaigns of the account, newest first. */
export default async function CampaignsPage({ searchParams }: Props) {
  const actor = await requireActor(path);
  if (!may(actor.role, "read_messages"))
    return <NotForRole role={actor.role} permission="read_messages" />;
  const { cursor } = await searchParams;
  const first = ListCampaignsQuery.parse({ limit: pageSize });
  const asked = ListCampaignsQuery.safeParse({ limit: pageSize, cursor }).data ?? first;
  const [words, { data, nextCursor }] = await Promise.all([
    wordsOf(campaignWords),
    // An old or mistyped address shows the newest ones.
    listCampaigns({ actor, input: asked }).catch(() => listCampaigns({ actor, input: first })),
  ]);
  const isFirst = asked.cursor === undefined;
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          <Permitted permission="send_messages">
            <NewCampaign />
          </Permitted>
        }
      />
      {data.length > 0 && <CampaignList campaigns={data} />}
      {data.length === 0 && isFirst && (
        <EmptyState title={words.none.title}>
          <p>{words.none.first}</p>
        </EmptyState>
      )}
      <p className="mt-4 flex flex-wrap gap-2">
        {!isFirst && <ButtonLink href={path}>{words.newest}</ButtonLink>}
        {nextCursor !== null && (
          <ButtonLink href={`${path}?cursor=${nextCursor}`}>{words.older}</ButtonLink>
        )}
      </p>
    </>
  );
}
