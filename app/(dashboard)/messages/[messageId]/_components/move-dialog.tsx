"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import { moveFromPanel } from "../../actions";
import { logWords } from "../../words";
import { messageWords } from "../words";

/** Moves a message that waits for its time to another one, on the reader's clock. */
export function MoveDialog({ message }: { message: MessageTrace }) {
  const words = useWords(messageWords).move;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{words.open}</Button>
      <Dialog isOpen={isOpen} title={words.title} onClose={() => setIsOpen(false)}>
        {isOpen && <MoveForm message={message} onMoved={() => setIsOpen(false)} />}
      </Dialog>
    </>
  );
}

function MoveForm({ message, onMoved }: { message: MessageTrace; onMoved: () => void }) {
  const words = useWords(messageWords).move;
  const { refusals } = useWords(logWords);
  const client = useQueryClient();
  const [state, action, isPending] = useAction(moveFromPanel);
  const [wall, setWall] = useState(() => wallTime(message.scheduled_at ?? message.created_at));
  const at = new Date(wall);
  useEffect(() => {
    if (!state?.ok) return;
    void client.invalidateQueries();
    onMoved();
  }, [client, onMoved, state]);
  const error =
    state?.ok === false
      ? `${words.failed}: ${refusals[state.code] ?? state.fields?.["scheduled_at"]?.[0] ?? state.message}`
      : undefined;
  return (
    <form action={action} className="space-y-4">
      <input type="hidden" name="message_id" value={message.message_id} />
      <input
        type="hidden"
        name="scheduled_at"
        value={Number.isNaN(at.getTime()) ? wall : at.toISOString()}
      />
      <TextField
        label={words.at}
        name="wall"
        type="datetime-local"
        required
        value={wall}
        onChange={(event) => setWall(event.target.value)}
        hint={words.hint}
        error={error}
      />
      <Button type="submit" variant="primary" isBusy={isPending}>
        {words.confirm}
      </Button>
    </form>
  );
}

/** An instant as a date-and-time field shows it, on the reader's clock. */
function wallTime(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
