import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { maxUnknown } from "@/lib/administration/contract";
import { stuckMinutes } from "@/lib/concerns/contract";
import { publicId } from "@/lib/core/ids";
import { countStuck } from "@/lib/messages/count-stuck";
import { listStuck } from "@/lib/messages/list-stuck";
import { listUnknown } from "@/lib/messages/settle-unknown";
import { requireAdmin } from "../require-admin";
import { FindMessage } from "./_components/find-message";
import { FoundMessages } from "./_components/found-messages";
import { StuckMessages } from "./_components/stuck-messages";
import { UnknownMessages } from "./_components/unknown-messages";
import { adminMessagesWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(adminMessagesWords)).title };
}

interface AdminMessagesPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

/** Finds any message of the installation, and lists those that a person has to decide about. */
export default async function AdminMessagesPage({ searchParams }: AdminMessagesPageProps) {
  const actor = await requireAdmin("/admin/messages");
  const { q } = await searchParams;
  const wanted = typeof q === "string" ? q.trim() : "";
  const [stuck, queues, unknown, { title, lead }] = await Promise.all([
    listStuck({ actor, input: { minutes: stuckMinutes, limit: maxUnknown } }),
    countStuck({ actor, input: { minutes: stuckMinutes } }),
    listUnknown({ actor, input: { limit: maxUnknown } }),
    wordsOf(adminMessagesWords),
  ]);
  return (
    <>
      <PageHeading title={title} lead={lead} />
      <div className="grid grid-cols-1 gap-8">
        <FindMessage wanted={wanted} />
        {wanted && <FoundMessages actor={actor} wanted={wanted} />}
        <StuckMessages
          count={queues.reduce((sum, { messages }) => sum + messages, 0)}
          messages={stuck.map(({ dueSince, ...message }) => toRow({ ...message, at: dueSince }))}
        />
        <UnknownMessages
          count={unknown.count}
          messages={unknown.messages.map((message) => toRow({ ...message, at: message.createdAt }))}
        />
      </div>
    </>
  );
}

interface Listed {
  id: string;
  accountId: string;
  carrier: string | null;
  reason: string | null;
  at: Date;
}

function toRow({ id, accountId, carrier, reason, at }: Listed) {
  return {
    ...{ carrier, reason },
    id: publicId("msg", id),
    account: publicId("acc", accountId),
    at: at.toISOString(),
  };
}
