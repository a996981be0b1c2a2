import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { QueryProvider } from "@/components/query-provider";
import { countWords } from "@/components/status-words";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { requireSession } from "@/lib/accounts/session";
import { getBalance } from "@/lib/credits/get-balance";
import { SendForm } from "./_components/send-form";

export const metadata: Metadata = { title: "Send" };

/** Compose and send one message. */
export default async function SendPage({
  searchParams,
}: {
  searchParams: Promise<{ welcome?: string }>;
}) {
  const { welcome } = await searchParams;
  const { email, accountId } = await requireSession("/send");
  return (
    <>
      <PageHeading title="Send a message" />
      {welcome && <Welcome credits={await getBalance(accountId)} />}
      <QueryProvider>
        <SendForm email={email} firstKey={randomUUID()} />
      </QueryProvider>
    </>
  );
}

function Welcome({ credits }: { credits: number }) {
  return (
    <div className="mb-6">
      <Notice tone="ok" title={`Your account is ready, with ${countWords(credits, "credit")}.`}>
        Send the first message here, or make a token under Settings → API and send it with curl.
      </Notice>
    </div>
  );
}
