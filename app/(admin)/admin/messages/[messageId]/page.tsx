import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { StatusBadge } from "@/components/status-badge";
import { reasonWords } from "@/components/status-words";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import { lookAtMessage, type WatchedMessage } from "@/lib/administration/look-at-message";
import { AppError } from "@/lib/core/errors";
import { publicId } from "@/lib/core/ids";
import { messageWords } from "../../../../(dashboard)/messages/[messageId]/words";
import { FactList } from "../../_components/fact-list";
import { requireAdmin } from "../../require-admin";
import { StuckMessages } from "../_components/stuck-messages";
import { adminMessagesWords } from "../words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(adminMessagesWords)).title };
}

interface WatchedMessagePageProps {
  params: Promise<{ messageId: string }>;
}

/** One message of any account: what became of it, and what can be decided about it. */
export default async function WatchedMessagePage({ params }: WatchedMessagePageProps) {
  const { messageId } = await params;
  const actor = await requireAdmin(`/admin/messages/${messageId}`);
  const message = await lookAtMessage({ actor, input: { messageId } }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  const words = await wordsOf(adminMessagesWords);
  const isQueued = message.status === "queued";
  const row = {
    ...{ id: messageId, carrier: message.carrier, reason: message.waitReason },
    account: publicId("acc", message.accountId),
    at: (message.scheduledAt ?? message.createdAt).toISOString(),
  };
  return (
    <>
      <PageHeading title={messageId} lead={<StatusBadge status={message.status} />} />
      <div className="grid grid-cols-1 gap-8">
        <Facts message={message} />
        {isQueued && <StuckMessages count={1} messages={[row]} />}
        <History message={message} />
        <Link href="/admin/messages" className="link">
          {words.back}
        </Link>
      </div>
    </>
  );
}

async function Facts({ message }: { message: WatchedMessage }) {
  const { facts } = await wordsOf(adminMessagesWords);
  const language = await currentLanguage();
  const text = (value: string | null) =>
    value && <OutsideText className="font-mono" text={value} />;
  const reason = (code: string | null) =>
    code && <OutsideText text={reasonWords(code, language)} />;
  const time = (at: Date | null) => at && <ExactTime at={at.toISOString()} />;
  const shown: [string, ReactNode][] = [
    [facts.account, text(publicId("acc", message.accountId))],
    [facts.recipient, text(`…${message.recipientEnd}`)],
    [facts.carrier, text(message.carrier)],
    [facts.route, text(message.route)],
    [facts.carrierRef, text(message.carrierRef)],
    [facts.waits, reason(message.waitReason)],
    [facts.reason, reason(message.reason)],
    [facts.carrierCode, text(message.carrierCode)],
    [facts.segments, String(message.segments)],
    [facts.credits, String(message.credits)],
    [facts.attempts, String(message.attempts)],
    [facts.created, time(message.createdAt)],
    [facts.scheduled, time(message.scheduledAt)],
    [facts.valid, time(message.validUntil)],
    [facts.sent, time(message.sentAt)],
    [facts.ended, time(message.endedAt)],
  ];
  return <FactList facts={shown} />;
}

async function History({ message: { history } }: { message: WatchedMessage }) {
  const words = await wordsOf(adminMessagesWords);
  const { events, sources } = await wordsOf(messageWords);
  const language = await currentLanguage();
  return (
    <section>
      <SectionHeading
        title={words.history}
        lead={history.length === 0 ? words.noHistory : undefined}
      />
      <ol>
        {history.map(({ id, type, at, source, reason, carrierCode }) => (
          <li key={id} className="flex flex-wrap gap-x-4 border-line border-b py-2">
            <ExactTime at={at.toISOString()} className="text-mute" />
            <span className="font-medium">{events[type] ?? type}</span>
            <span className="text-mute">{sources[source] ?? source}</span>
            {reason && <OutsideText text={reasonWords(reason, language)} />}
            {carrierCode && <OutsideText className="font-mono" text={carrierCode} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
