"use client";

import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/use-action";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import { newKey } from "../../../send/_components/new-key";
import { resendFromPanel } from "../../actions";
import { logWords } from "../../words";
import { messageWords } from "../words";

/** Sends a message once more, after saying what it costs. Each opening has its own key: pressed twice, sent once. */
export function ResendDialog({ message }: { message: MessageTrace }) {
  const words = useWords(messageWords).again;
  const [key, setKey] = useState<string | null>(null);
  return (
    <>
      <Button onClick={() => setKey(newKey())}>{words.open}</Button>
      <Dialog isOpen={key !== null} title={words.title} onClose={() => setKey(null)}>
        {key && (
          <Resending
            key={key}
            idempotencyKey={key}
            message={message}
            onClose={() => setKey(null)}
          />
        )}
      </Dialog>
    </>
  );
}

interface ResendingProps {
  idempotencyKey: string;
  message: MessageTrace;
  onClose: () => void;
}

function Resending({ idempotencyKey, message, onClose }: ResendingProps) {
  const words = useWords(messageWords).again;
  const { refusals } = useWords(logWords);
  const [state, action, isPending] = useAction(resendFromPanel);
  const { message_id, to, test, segments } = message;
  if (state?.ok) {
    return (
      <Notice tone="ok" role="status" title={words.done}>
        <Link href={`/messages/${state.value.message_id}`} className="link">
          {words.see}
        </Link>
      </Notice>
    );
  }
  return (
    <form action={action} className="space-y-4">
      <input type="hidden" name="message_id" value={message_id} />
      <input type="hidden" name="idempotency_key" value={idempotencyKey} />
      <p>
        {words.meaning(to)} {test ? words.free : words.cost(segments)}
      </p>
      {state?.ok === false && (
        <Notice
          tone="bad"
          role="alert"
          title={`${words.failed}: ${refusals[state.code] ?? state.message}`}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isBusy={isPending}>
          {words.confirm}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
