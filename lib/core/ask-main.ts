import { randomUUID } from "node:crypto";
import { AppError } from "./errors";
import { once } from "./once";
import { coreSentences } from "./sentences";
import { within } from "./within";

/** What a process asks its main process. */
export interface Question {
  id: string;
  question: unknown;
}

/** What it gets. */
export interface Reply {
  id: string;
  reply: unknown;
}

const replyMs = 10_000;
const retryAfterMs = 2000;
const waiting = new Map<string, (reply: unknown) => void>();
const asked: Question[] = [];
/** Next loads this module twice in one process: each copy must know its own replies. */
const copy = once(randomUUID);
const counted = { last: 0 };

/**
 * Asks the main process something, from one that it started. What is asked in one turn of the event loop goes as one
 * message. Throws unavailable when nothing comes within ten seconds.
 */
export async function askMain(question: unknown): Promise<unknown> {
  hearReplies();
  counted.last += 1;
  const id = `${copy()}.${counted.last}`;
  const replied = new Promise<unknown>((resolve) => waiting.set(id, resolve));
  if (asked.push({ id, question }) === 1) setImmediate(sendAsked);
  try {
    return await within(replied, replyMs, noReply);
  } finally {
    waiting.delete(id);
  }
}

function noReply(): AppError {
  return new AppError("unavailable", coreSentences.busy, { retryAfterMs });
}

function sendAsked(): void {
  const questions = asked.splice(0);
  // Whoever asked waits no longer than for a reply that never comes.
  process.send?.({ questions }, undefined, undefined, () => undefined);
}

const hearReplies = once(() =>
  process.on("message", (message: { replies?: Reply[] } | string) => {
    if (typeof message !== "object") return;
    for (const { id, reply } of message.replies ?? []) waiting.get(id)?.(reply);
  }),
);

/** The questions in a message from a process that this one started; none in any other message. */
export function readQuestions(message: unknown): Question[] {
  return typeof message === "object" && message !== null && "questions" in message
    ? (message.questions as Question[])
    : [];
}
