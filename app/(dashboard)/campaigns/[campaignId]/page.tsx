import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { QueryProvider } from "@/components/query-provider";
import { isolatedText } from "@/components/visible-text";
import type { CampaignView } from "@/lib/campaigns/contract";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import type { UserActor } from "@/lib/core/actor";
import { AppError } from "@/lib/core/errors";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";
import { campaignWords } from "../words";
import { CampaignScreen } from "./_components/campaign-screen";
import { readChoices } from "./read-choices";

interface Props {
  params: Promise<{ campaignId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { campaignId } = await params;
  const actor = await requireActor(`/campaigns/${campaignId}`);
  const campaign = may(actor.role, "read_messages") && (await findCampaign(actor, campaignId));
  const words = await wordsOf(campaignWords);
  return { title: campaign ? `${isolatedText(campaign.name)} · ${words.title}` : words.title };
}

/** One campaign: a draft to be written, or how far it is and what came of it. */
export default async function CampaignPage({ params }: Props) {
  const { campaignId } = await params;
  const actor = await requireActor(`/campaigns/${campaignId}`);
  if (!may(actor.role, "read_messages"))
    return <NotForRole role={actor.role} permission="read_messages" />;
  const campaign = await findCampaign(actor, campaignId);
  if (!campaign) notFound();
  // A draft is there to be written.
  if (campaign.status === "draft" && !may(actor.role, "send_messages")) {
    return <NotForRole role={actor.role} permission="send_messages" />;
  }
  const choices = await readChoices(actor);
  return (
    <QueryProvider>
      <CampaignScreen first={campaign} choices={choices} />
    </QueryProvider>
  );
}

async function findCampaign(actor: UserActor, campaignId: string): Promise<CampaignView | null> {
  try {
    return await getCampaign({ actor, input: { campaignId } });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
