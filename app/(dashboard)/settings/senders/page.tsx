import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { env } from "@/lib/core/env";
import { may } from "@/lib/core/permissions";
import { listSenderNames } from "@/lib/sender-names/list-sender-names";
import { requireActor } from "@/lib/sign-in/session";
import { NameList } from "./_components/name-list";
import { RequestForm } from "./_components/request-form";
import { senderWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(senderWords)).title };
}

/** The names that the account sends from, or wants to. */
export default async function SendersPage() {
  const actor = await requireActor("/settings/senders");
  if (!may(actor.role, "send_messages"))
    return <NotForRole role={actor.role} permission="send_messages" />;
  const [words, names] = await Promise.all([wordsOf(senderWords), listSenderNames({ actor })]);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="mb-6">
        <Notice title={env().SENDER_NAMES === "open" ? words.isOpen : words.isApproved} />
      </div>
      {names.length > 0 && <NameList names={names} />}
      {names.length === 0 && (
        <p className="mb-10 border-line border-t py-4 text-mute">{words.none}</p>
      )}
      <RequestForm />
    </>
  );
}
