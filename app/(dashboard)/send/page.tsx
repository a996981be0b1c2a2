import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { QueryProvider } from "@/components/query-provider";
import { PageHeading } from "@/components/ui/heading";
import { requireSession } from "@/lib/accounts/session";
import { SendForm } from "./_components/send-form";

export const metadata: Metadata = { title: "Send" };

/** Compose and send one message. */
export default async function SendPage() {
  const { email } = await requireSession("/send");
  return (
    <>
      <PageHeading title="Send a message" />
      <QueryProvider>
        <SendForm email={email} firstKey={randomUUID()} />
      </QueryProvider>
    </>
  );
}
