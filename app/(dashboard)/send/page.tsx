import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { QueryProvider } from "@/components/query-provider";
import { PageHeading } from "@/components/ui/heading";
import { may } from "@/lib/core/permissions";
import { getBalance } from "@/lib/credits/get-balance";
import { getOwnNumber } from "@/lib/preferences/own-number";
import { requireActor } from "@/lib/sign-in/session";
import { listTemplates } from "@/lib/templates/list-templates";
import { SendForm } from "./_components/send-form";
import { sendWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(sendWords)).tab };
}

/** Compose a text and send it to one number or many. */
export default async function SendPage() {
  const actor = await requireActor("/send");
  if (!may(actor.role, "send_messages"))
    return <NotForRole role={actor.role} permission="send_messages" />;
  const { email, accountId } = actor;
  const [words, balance, ownNumber, { data: templates }] = await Promise.all([
    wordsOf(sendWords),
    getBalance({ actor }),
    getOwnNumber({ actor }),
    listTemplates({ actor, input: { limit: 200 } }),
  ]);
  return (
    <>
      <PageHeading title={words.title} />
      <QueryProvider>
        <SendForm
          who={{ email, accountId, balance, ownNumber }}
          templates={templates.map(({ template_id, name, body }) => ({ template_id, name, body }))}
          firstKey={randomUUID()}
        />
      </QueryProvider>
    </>
  );
}
