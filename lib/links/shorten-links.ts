import { appUrl } from "../core/env";
import { invalidFields } from "../core/invalid-fields";
import type { Sentence } from "../core/sentence";
import { maxTextLength } from "../sms/count-segments";
import { maxLinks, maxTargetLength, type NewLink } from "./contract";
import { findLinkFault } from "./find-link-fault";
import { newCode } from "./new-code";
import { linkSentences } from "./sentences";
import { shortUrl } from "./short-url";
import { splitLinks } from "./split-links";

/** What is longer is refused as a text anyway. */
const maxLength = maxTextLength + maxLinks * (maxTargetLength + "{{link:}}".length);

interface Shortened {
  /** The send with its final text, so that it is validated and priced as it will be sent. */
  wire: unknown;
  links: NewLink[];
  /** The text as the request said it; a repeated request has the same. Undefined without links. */
  original?: string;
}

/**
 * Replaces each `{{link:https://…}}` of a send that asks for `short_links` by a link of this installation, and returns what
 * they lead to. Others stay as they are. Throws invalid_request for a wrong URL, too many, and a text that is not to be
 * stored.
 */
export function shortenLinks(wire: unknown): Shortened {
  if (!asksForLinks(wire)) return { wire, links: [] };
  const { body, store_body: storesBody } = wire;
  if (storesBody === false) throw wrong("short_links", linkSentences.notStored);
  if (typeof body !== "string" || body.length > maxLength) return { wire, links: [] };
  const fault = findLinkFault(body);
  if (fault) throw wrong("body", fault);
  const links: NewLink[] = [];
  const pieces = splitLinks(body).map((part) => {
    if (typeof part === "string") return part;
    const link = { code: newCode(), target: part.target ?? "" };
    links.push(link);
    return shortUrl(appUrl(), link.code);
  });
  if (links.length === 0) return { wire, links };
  return { wire: { ...wire, body: pieces.join("") }, links, original: body };
}

function asksForLinks(wire: unknown): wire is Record<string, unknown> {
  return (
    typeof wire === "object" && wire !== null && "short_links" in wire && wire.short_links === true
  );
}

function wrong(field: string, sentence: Sentence) {
  return invalidFields({ [field]: [sentence] });
}
