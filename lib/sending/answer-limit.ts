import { AppError } from "../core/errors";
import type { Limited, LimitReply } from "./_limit-in-main";
import { limitMessages, messageRate } from "./limit-messages";
import { countExtraRequests, limitRequests } from "./limit-requests";
import type { Limit } from "./sentences";

/** Counts what another process of this machine sends, in the main process. Throws what is no refusal. */
export async function answerLimit(question: unknown): Promise<LimitReply> {
  try {
    return { state: await count(question as Limited) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "rate_limited") throw error;
    const { retryAfterMs, rate } = error.details;
    return { refusal: { limit: error.sentence.params as Limit, retryAfterMs, rate } };
  }
}

function count({ what, ...sender }: Limited): Promise<unknown> {
  switch (what.kind) {
    case "request":
      return limitRequests(sender);
    case "extra requests":
      return countExtraRequests(sender, what.count);
    case "messages":
      return limitMessages(sender, what.count);
    case "message rate":
      return messageRate(sender);
  }
}
