"use client";

import { useWords } from "@/components/language/use-words";
import { Permitted } from "@/components/permitted";
import { sendCurl } from "@/components/send-curl";
import { CopyButton } from "@/components/ui/copy-button";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import { CancelButton } from "../../_components/cancel-button";
import { isWaiting } from "../../_components/message-reason";
import type { Cancelling } from "../../_components/use-cancel";
import { messageWords } from "../words";
import { isTextWhole } from "./is-text-whole";
import { MoveDialog } from "./move-dialog";
import { ResendDialog } from "./resend-dialog";

interface MessageActionsProps extends Pick<Cancelling, "cancel" | "isPending"> {
  message: MessageTrace;
}

/** What can be done with a message: take its id or its request along, send it again, move or cancel it. */
export function MessageActions({ message, ...cancelling }: MessageActionsProps) {
  const { copies } = useWords(messageWords);
  const { message_id, from, to, body, status } = message;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <CopyButton text={message_id} label={copies.copyId} />
      {/* There is nobody any more to send it to, or nothing to send. */}
      {isTextWhole(message) && (
        <>
          <CopyButton
            text={() => sendCurl(location.origin, { from, to, body })}
            label={copies.curl}
          />
          <Permitted permission="send_messages">
            <ResendDialog key={`resend ${message_id}`} message={message} />
          </Permitted>
        </>
      )}
      <Permitted permission="send_messages">
        {status === "scheduled" && <MoveDialog key={`move ${message_id}`} message={message} />}
        {(status === "scheduled" || isWaiting(message)) && (
          <CancelButton message={message} {...cancelling} />
        )}
      </Permitted>
    </div>
  );
}
