import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";
import { maxCidrs } from "@/lib/tokens/contract";
import { listTokens } from "@/lib/tokens/list-tokens";
import { accountSidOf } from "@/lib/twilio-api/sids";
import { TokenForm } from "./_components/token-form";
import { TokenList } from "./_components/token-list";
import { TwilioValues } from "./_components/twilio-values";
import { tokenWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(tokenWords)).title };
}

/** Lists, creates, rotates, and revokes the tokens of API requests. */
export default async function ApiTokensPage() {
  const actor = await requireActor("/settings/api");
  if (!may(actor.role, "manage_tokens"))
    return <NotForRole role={actor.role} permission="manage_tokens" />;
  const tokens = await listTokens({ actor });
  const { title, lead, seeRequests } = await wordsOf(tokenWords);
  const actions = <ButtonLink href="/settings/api/requests">{seeRequests}</ButtonLink>;
  return (
    <>
      <PageHeading title={title} lead={lead} actions={actions} />
      <TokenForm maxCidrs={maxCidrs} isFirst={tokens.length === 0} />
      <TokenList tokens={tokens} nowMs={Date.now()} />
      <TwilioValues accountSid={accountSidOf(actor.accountId)} />
    </>
  );
}
