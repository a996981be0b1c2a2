import { AppError } from "../core/errors";
import { sendingSentences } from "./sentences";

const dayMs = 86_400_000;

/** The one way to say that a token may not spend so much today. Its days are those of UTC. */
export function spendLimitReached(credits: { required: number; available: number }): AppError {
  const { required, available } = credits;
  const resetsAt = new Date((Math.floor(Date.now() / dayMs) + 1) * dayMs);
  return new AppError("spend_limit_reached", sendingSentences.limitReached(credits), {
    ...{ required, available, resetsAt },
  });
}
