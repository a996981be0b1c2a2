"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useWords } from "@/components/language/use-words";
import { ButtonLink } from "@/components/ui/button-link";
import { outcomeWords } from "../outcome-words";
import { OutcomeHeading } from "./outcome-heading";

/** Several numbers became a campaign: it opens by itself, and without a script by its link. */
export function CampaignOutcome({ campaignId }: { campaignId: string }) {
  const words = useWords(outcomeWords);
  const router = useRouter();
  const href = `/campaigns/${campaignId}`;
  useEffect(() => router.push(href), [router, href]);
  return (
    <section className="min-w-0 space-y-6">
      <OutcomeHeading>{words.campaign}</OutcomeHeading>
      <ButtonLink href={href} variant="primary">
        {words.openCampaign}
      </ButtonLink>
    </section>
  );
}
