import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { tokenSentences } from "./sentences";

/** The uuid behind `tok_…`. Throws not_found: an id that cannot exist is answered like one that does not. */
export function readTokenId(tokenId: string): string {
  const id = parsePublicId("tok", tokenId);
  if (!id) throw noSuchToken();
  return id;
}

/** Not there and not yours are the same answer. */
export function noSuchToken(): AppError {
  return new AppError("not_found", tokenSentences.notFound);
}
