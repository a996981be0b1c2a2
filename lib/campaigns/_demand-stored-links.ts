import { invalidFields } from "../core/invalid-fields";
import { linkSentences } from "../links/sentences";
import { hasLinks } from "../links/split-links";
import type { Campaign } from "./_find-campaign";

/** Throws invalid_request for links in a text that is not to be stored: what they lead to is stored. */
export function demandStoredLinks({
  body,
  bodyStorage,
}: Pick<Campaign, "body" | "bodyStorage">): void {
  if (bodyStorage !== null && hasLinks(body))
    throw invalidFields({ body: [linkSentences.notStored] });
}
