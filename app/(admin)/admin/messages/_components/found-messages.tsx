import Link from "next/link";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { StatusBadge } from "@/components/status-badge";
import { reasonWords } from "@/components/status-words";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { emailsOf } from "@/lib/accounts/emails-of";
import { type FoundMessage, findMessages, maxFound } from "@/lib/administration/find-messages";
import type { UserActor } from "@/lib/core/actor";
import { AppError } from "@/lib/core/errors";
import { publicId } from "@/lib/core/ids";
import { AccountLink } from "../../_components/account-link";
import { RowTable } from "../../_components/row-table";
import { adminMessagesWords } from "../words";

interface FoundMessagesProps {
  actor: UserActor;
  wanted: string;
}

/** What a search found, or why it could not look. */
export async function FoundMessages({ actor, wanted }: FoundMessagesProps) {
  const words = await wordsOf(adminMessagesWords);
  const found = await search({ actor, wanted });
  if ("refusal" in found) return <Notice tone="bad" role="alert" title={found.refusal} />;
  const { messages, emails } = found;
  return (
    <section>
      <SectionHeading
        title={words.results}
        lead={messages.length === 0 ? words.nothing : undefined}
      />
      {messages.length > 0 && (
        <RowTable
          caption={words.results}
          columns={Object.values(words.columns)}
          rows={messages.map((message) => ({
            id: message.id,
            cells: cellsOf(message, emails.get(message.accountId)),
          }))}
        />
      )}
      {messages.length === maxFound && (
        <p className="mt-3 text-mute">{words.most(messages.length)}</p>
      )}
    </section>
  );
}

async function search({ actor, wanted }: FoundMessagesProps) {
  try {
    const messages = await findMessages({ actor, input: { wanted } });
    const accountIds = messages.map(({ accountId }) => accountId);
    return { messages, emails: await emailsOf({ actor, input: { accountIds } }) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "forbidden") throw error;
    const language = await currentLanguage();
    const [sentence] = Object.values(error.fieldsIn(language) ?? {}).flat();
    return { refusal: sentence ?? error.sentence.in(language) };
  }
}

function cellsOf(message: FoundMessage, email: string | undefined) {
  const { accountId, status, test, carrier, reason, recipientEnd, createdAt } = message;
  const id = publicId("msg", message.id);
  return [
    <Link
      key="id"
      href={`/admin/messages/${id}`}
      prefetch={false}
      className="link font-mono max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
    >
      {id}
    </Link>,
    <AccountLink key="account" account={publicId("acc", accountId)} email={email} />,
    <Status key="status" {...{ status, test, reason }} />,
    <OutsideText key="carrier" className="font-mono" text={carrier ?? "–"} />,
    <span key="recipient" className="font-mono">
      …{recipientEnd}
    </span>,
    <Time key="created" className="text-mute" at={createdAt.toISOString()} />,
  ];
}

async function Status({ status, test, reason }: Pick<FoundMessage, "status" | "test" | "reason">) {
  const words = await wordsOf(adminMessagesWords);
  const language = await currentLanguage();
  return (
    <>
      <StatusBadge status={status} />
      {test && <span className="text-mute"> ({words.test})</span>}
      {reason && (
        <span className="block text-mute">
          <OutsideText text={reasonWords(reason, language)} />
        </span>
      )}
    </>
  );
}
