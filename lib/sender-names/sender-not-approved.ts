import { AppError } from "../core/errors";
import { senderNameSentences } from "./sentences";

/** The one way to say that a name may not be sent from. */
export function senderNotApproved({ from }: { from: string }): AppError {
  const sentence = senderNameSentences.notApproved({ name: from });
  return new AppError("sender_not_approved", sentence, { fields: { from: [sentence] } });
}
