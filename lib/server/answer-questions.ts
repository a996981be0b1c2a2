import type { ChildProcess } from "node:child_process";
import { type Question, type Reply, readQuestions } from "../core/ask-main";
import { log } from "../core/log";
import { gatherProcesses, wantsFigures } from "../metrics/gather-processes";
import { answerLimit } from "../sending/answer-limit";

/**
 * Answers what a process asks that this one started: an account has one limit for what it sends by any of them, and any of
 * them may be asked for the figures of all. Replies of one turn of the event loop go as one message.
 */
export function answerQuestions(child: ChildProcess): void {
  const replies: Reply[] = [];

  function sendReplies(): void {
    // One that is gone needs none.
    if (child.connected) child.send({ replies: replies.splice(0) }, () => undefined);
  }

  async function answer({ id, question }: Question): Promise<void> {
    try {
      const reply = wantsFigures(question) ? await gatherProcesses() : await answerLimit(question);
      if (replies.push({ id, reply }) === 1) setImmediate(sendReplies);
    } catch (error) {
      log().error({ err: error }, "a process that asked was not answered");
    }
  }

  child.on("message", (message) => {
    for (const question of readQuestions(message)) void answer(question);
  });
}
