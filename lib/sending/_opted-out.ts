import { AppError } from "../core/errors";
import { optOutSentences } from "../opt-outs/sentences";

/** The one way to say that a recipient wants no messages. */
export function optedOut({ to }: { to: string }): AppError {
  const sentence = optOutSentences.optedOut({ to });
  return new AppError("opted_out", sentence, { fields: { to: [sentence] } });
}
