import { AppError } from "../core/errors";
import type { Limited, LimitReply } from "./_limit-in-main";
import { limitMessages } from "./limit-messages";
import { limitRequests } from "./limit-requests";
import type { Limit } from "./sentences";

/** Counts what the process of the pages sends, in the main process. Throws what is no refusal. */
export async function answerLimit(question: unknown): Promise<LimitReply> {
  const { messages, ...sender } = question as Limited;
  try {
    if (messages === undefined) return { state: await limitRequests(sender) };
    await limitMessages(sender, messages);
    return {};
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "rate_limited") throw error;
    const { retryAfterMs, rate } = error.details;
    return { refusal: { limit: error.sentence.params as Limit, retryAfterMs, rate } };
  }
}
