import clsx from "clsx";
import type { Metadata } from "next";
import Link from "next/link";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { OutsideText } from "@/components/outside-text";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import { wordErased } from "@/components/word-erased";
import { may } from "@/lib/core/permissions";
import { type Conversation, listConversations } from "@/lib/inbound/list-conversations";
import { requireActor } from "@/lib/sign-in/session";
import { RefreshOnMessages } from "./_components/refresh-on-messages";
import { conversationWords } from "./words";

const path = "/messages/conversations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(conversationWords)).title };
}

/** The phones that wrote, who wrote last first. */
export default async function ConversationsPage() {
  const actor = await requireActor(path);
  if (!may(actor.role, "read_messages"))
    return <NotForRole role={actor.role} permission="read_messages" />;
  const [words, conversations] = await Promise.all([
    wordsOf(conversationWords),
    listConversations({ actor }),
  ]);
  return (
    <>
      <RefreshOnMessages />
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={<ButtonLink href="/messages">{words.log}</ButtonLink>}
      />
      {conversations.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="text-mute">{words.noneHint}</p>
        </EmptyState>
      ) : (
        <ul aria-label={words.list} className="border-line border-b">
          {conversations.map((conversation) => (
            <Row key={conversation.phone} conversation={conversation} />
          ))}
        </ul>
      )}
      <p className="mt-4">
        <Link href="/settings/opt-outs" className="link">
          {words.optOuts}
        </Link>
      </p>
    </>
  );
}

async function Row({ conversation }: { conversation: Conversation }) {
  const words = await wordsOf(conversationWords);
  const { phone, receivedAt, erasedAt, unread } = conversation;
  const message = { to: "", received_at: receivedAt, body_erased_at: erasedAt };
  const { body } = wordErased({ ...message, body: conversation.body }, await currentLanguage());
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-t py-2.5 hover:bg-panel sm:grid-cols-[10rem_minmax(0,1fr)_8rem_10rem]">
      <Link
        href={`${path}/${encodeURIComponent(phone)}`}
        prefetch={false}
        className={clsx(
          "truncate font-mono tabular-nums after:absolute after:inset-0 hover:underline",
          unread > 0 && "font-semibold",
        )}
      >
        <OutsideText text={phone} />
      </Link>
      <span
        className={clsx(
          "truncate max-sm:col-span-2 max-sm:row-start-2",
          unread === 0 && "text-mute",
        )}
      >
        <OutsideText text={body} />
      </span>
      <span className="whitespace-nowrap text-sm max-sm:col-start-2 max-sm:row-start-1">
        {unread > 0 && words.unread(unread)}
      </span>
      <span className="text-right text-mute text-sm max-sm:col-span-2 max-sm:row-start-3 max-sm:text-left">
        <Time at={receivedAt} />
      </span>
    </li>
  );
}
