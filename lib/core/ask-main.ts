import { randomUUID } from "node:crypto";
import { once } from "./once";
import { within } from "./within";

/** What the process of the pages asks the main process, and what it gets. */
export interface Question {
  id: string;
  question: unknown;
}

interface Reply {
  id: string;
  reply: unknown;
}

const replyMs = 10_000;
const waiting = new Map<string, (reply: unknown) => void>();

/** Asks the main process something, from the process of the pages. Rejects when nothing comes within ten seconds. */
export async function askMain(question: unknown): Promise<unknown> {
  hearReplies();
  const id = randomUUID();
  const replied = new Promise<unknown>((resolve) => waiting.set(id, resolve));
  process.send?.({ id, question } satisfies Question);
  try {
    return await within(replied, replyMs, () => new Error("The main process gave no reply."));
  } finally {
    waiting.delete(id);
  }
}

const hearReplies = once(() =>
  process.on("message", (message: Partial<Reply> | string) => {
    if (typeof message === "object" && message.id) waiting.get(message.id)?.(message.reply);
  }),
);

/** The question in a message from the process of the pages; undefined for any other message. */
export function readQuestion(message: unknown): Question | undefined {
  return typeof message === "object" && message !== null && "question" in message
    ? (message as Question)
    : undefined;
}
