"use client";

import { Maximize2, X } from "lucide-react";
import Link from "next/link";
import { useId } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { ConnectionBanner } from "@/components/shell/connection-banner";
import { Modal } from "@/components/ui/modal";
import { wordErased } from "@/components/word-erased";
import { useMessage } from "../../_components/use-message";
import { MessageActions } from "../[messageId]/_components/message-actions";
import { MessageSheet } from "../[messageId]/_components/message-sheet";
import { MessageState } from "../[messageId]/_components/message-state";
import { messageWords } from "../[messageId]/words";
import { CancelOutcome } from "./cancel-outcome";
import { useCancel } from "./use-cancel";
import type { Opened } from "./use-opened";

interface MessageDrawerProps {
  /** Which message; null is shut. */
  messageId: string | null;
  opened: Opened | null;
  onClose: () => void;
}

/** A message beside the log it was found in: the browser's own modal dialog at the right edge, on phones all of it. */
export function MessageDrawer({ messageId, opened, onClose }: MessageDrawerProps) {
  const titleId = useId();
  // The server's answer is only of use for the message it was asked for.
  const known = opened?.message.message_id === messageId ? opened : null;
  return (
    <Modal
      isOpen={messageId !== null}
      titleId={titleId}
      onClose={onClose}
      className="my-0 mr-0 ml-auto h-dvh max-h-none w-full max-w-none border-l bg-paper sm:w-[min(42rem,92vw)]"
    >
      {messageId && (
        <Content
          key={messageId}
          messageId={messageId}
          opened={known}
          titleId={titleId}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

interface ContentProps {
  messageId: string;
  opened: Opened | null;
  titleId: string;
  onClose: () => void;
}

function Content({ messageId, opened, titleId, onClose }: ContentProps) {
  const words = useWords(messageWords);
  const language = useLanguage();
  const kept = useMessage(messageId, opened?.message);
  const message = kept && wordErased(kept, language);
  const { outcome, ...cancelling } = useCancel();
  return (
    <article className="px-4 pb-10 sm:px-6">
      <header className="sticky top-0 z-10 -mx-4 mb-4 flex h-14 items-center justify-between gap-4 border-line border-b bg-paper px-4 sm:-mx-6 sm:px-6">
        <h2
          id={titleId}
          ref={takeFocus}
          tabIndex={-1}
          className="min-w-0 truncate font-semibold text-lg outline-none"
        >
          {words.to} <span className="font-mono tabular-nums">{message?.to ?? "…"}</span>
        </h2>
        <DrawerButtons messageId={messageId} onClose={onClose} />
      </header>
      <ConnectionBanner />
      <CancelOutcome outcome={outcome} />
      {message ? (
        <>
          <MessageState message={message} />
          <MessageActions message={message} {...cancelling} />
          <div className="mt-6">
            <MessageSheet message={message} deliveries={opened?.deliveries} />
          </div>
        </>
      ) : (
        <p role="status" className="text-mute">
          {message === null ? words.gone : words.loading}
        </p>
      )}
    </article>
  );
}

/** The dialog gives the focus to what has this attribute, which React does not set: the title is read first. */
function takeFocus(element: HTMLElement | null): void {
  element?.setAttribute("autofocus", "");
}

function DrawerButtons({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const words = useWords(messageWords);
  const look =
    "grid size-9 place-items-center rounded-control text-mute hover:text-ink max-sm:size-11";
  return (
    <div className="flex shrink-0">
      <Link
        href={`/messages/${messageId}`}
        prefetch={false}
        aria-label={words.openPage}
        title={words.openPage}
        className={look}
      >
        <Maximize2 className="size-4" aria-hidden="true" />
      </Link>
      <button type="button" onClick={onClose} aria-label={words.close} className={look}>
        <X className="size-4" aria-hidden="true" />
      </button>
    </div>
  );
}
