import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/heading";
import { requireSession } from "@/lib/accounts/session";
import { maxCidrs } from "@/lib/tokens/contract";
import { listTokens } from "@/lib/tokens/list-tokens";
import { TokenForm } from "./_components/token-form";
import { TokenList } from "./_components/token-list";

export const metadata: Metadata = { title: "API tokens" };

/** Makes, lists, rotates and revokes the tokens that API requests carry. */
export default async function ApiTokensPage() {
  const { accountId } = await requireSession("/settings/api");
  const tokens = await listTokens({ accountId });
  return (
    <>
      <PageHeading
        title="API tokens"
        lead="A token lets a program send in your name. Keep it like a password: in the environment, never in a repository or in front-end code."
      />
      <TokenForm maxCidrs={maxCidrs} />
      <TokenList tokens={tokens} nowMs={Date.now()} />
    </>
  );
}
