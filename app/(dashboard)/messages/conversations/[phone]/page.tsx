import clsx from "clsx";
import type { Metadata } from "next";
import Link from "next/link";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { OutsideText } from "@/components/outside-text";
import { Permitted } from "@/components/permitted";
import { StatusBadge } from "@/components/status-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import { isTextless, wordErased } from "@/components/word-erased";
import { may } from "@/lib/core/permissions";
import { storableText } from "@/lib/core/storable-text";
import { requireActor } from "@/lib/sign-in/session";
import { RefreshOnMessages } from "../_components/refresh-on-messages";
import { conversationWords } from "../words";
import { MarkRead } from "./_components/mark-read";
import { ReplyForm } from "./_components/reply-form";
import { isNumber, readThread, type ThreadLine } from "./read-thread";

const path = "/messages/conversations";

interface Props {
  params: Promise<{ phone: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(conversationWords)).title };
}

/** What a phone and the account wrote to each other, and a box to reply. */
export default async function ConversationPage({ params }: Props) {
  const phone = storableText(decodeURIComponent((await params).phone)).slice(0, 200);
  const actor = await requireActor(`${path}/${encodeURIComponent(phone)}`);
  if (!may(actor.role, "read_messages"))
    return <NotForRole role={actor.role} permission="read_messages" />;
  const [words, thread] = await Promise.all([wordsOf(conversationWords), readThread(actor, phone)]);
  const received = thread.findLast(({ kind }) => kind === "received");
  return (
    <>
      <RefreshOnMessages />
      <MarkRead phone={phone} newest={received?.message.message_id ?? ""} />
      <PageHeading
        title={words.with(phone)}
        actions={<ButtonLink href={path}>{words.back}</ButtonLink>}
      />
      {thread.length === 0 && <p className="text-mute">{words.empty}</p>}
      <ol className="grid max-w-xl gap-3">
        {thread.map((line) => (
          <Line key={line.message.message_id} line={line} />
        ))}
      </ol>
      <Permitted permission="send_messages">
        {isNumber(phone) && <ReplyForm phone={phone} from={senderOf(thread)} />}
      </Permitted>
    </>
  );
}

/** The sender that the phone knows: the one it wrote to, else the one that wrote to it. */
function senderOf(thread: ThreadLine[]): string {
  const last = thread.findLast(
    ({ kind, message }) => kind === "sent" || (kind === "received" && message.to !== ""),
  );
  if (!last) return "";
  return last.kind === "received" ? last.message.to : last.message.from;
}

async function Line({ line }: { line: ThreadLine }) {
  const [words, language] = await Promise.all([wordsOf(conversationWords), currentLanguage()]);
  const { at } = line;
  const message = wordErased(line.message, language);
  const isSent = line.kind === "sent";
  return (
    <li
      className={clsx("grid min-w-0 gap-1", isSent ? "justify-items-end" : "justify-items-start")}
    >
      <div
        dir="auto"
        translate="no"
        className={clsx(
          "wrap-anywhere w-fit max-w-[85%] whitespace-pre-wrap rounded-bubble border border-line px-3.5 py-2 text-md",
          isSent ? "rounded-br-[4px] bg-panel" : "rounded-bl-[4px] bg-sunk",
        )}
      >
        <span className={isTextless(message) ? "text-mute" : undefined}>
          <OutsideText text={message.body} />
        </span>
      </div>
      <p className="text-mute text-sm">
        {line.kind === "sent" ? (
          <Link href={`/messages/${message.message_id}`} prefetch={false} className="link">
            <StatusBadge status={line.message.status} />
          </Link>
        ) : (
          words.received
        )}{" "}
        <Time at={at} />
        {line.kind === "received" &&
          line.message.keyword &&
          ` · ${words.keywords[line.message.keyword]}`}
      </p>
    </li>
  );
}
