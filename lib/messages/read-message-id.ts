import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { messageSentences } from "./sentences";

/** The uuid behind `msg_…`. Throws not_found: an id that cannot exist is answered like one that does not. */
export function readMessageId(messageId: string): string {
  const id = parsePublicId("msg", messageId);
  if (!id) throw noSuchMessage();
  return id;
}

/** Not there and not yours are the same answer. */
export function noSuchMessage(): AppError {
  return new AppError("not_found", messageSentences.notFound);
}
