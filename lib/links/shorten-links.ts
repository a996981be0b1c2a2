import { randomInt } from "node:crypto";
import { appUrl } from "../core/env";
import { invalidFields } from "../core/invalid-fields";
import type { Sentence } from "../core/sentence";
import { maxTextLength } from "../sms/count-segments";
import { codeAlphabet, codeLength, maxLinks, maxTargetLength, type NewLink } from "./contract";
import { linkSentences } from "./sentences";

const place = /\{\{link:([^{}]*)\}\}/g;
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
  const links: NewLink[] = [];
  const text = body.replace(place, (_whole, written: string) => {
    const link = { code: newCode(), target: targetOf(written) };
    links.push(link);
    return shortUrl(link.code);
  });
  if (links.length > maxLinks) throw wrong("body", linkSentences.manyLinks({ max: maxLinks }));
  if (text.includes("{{link:")) throw wrongLink();
  return links.length === 0 ? { wire, links } : { wire: { ...wire, body: text }, links, original: body };
}

/** A link as it stands in a text: without its scheme where that is https, because each character counts. */
export function shortUrl(code: string): string {
  return `${appUrl().replace(/^https:\/\//, "")}/l/${code}`;
}

function asksForLinks(wire: unknown): wire is Record<string, unknown> {
  return typeof wire === "object" && wire !== null && "short_links" in wire && wire.short_links === true;
}

function targetOf(written: string): string {
  const trimmed = written.trim();
  if (trimmed.length > maxTargetLength || !URL.canParse(trimmed)) throw wrongLink();
  const { href, protocol, username, password } = new URL(trimmed);
  const isPlain = /^https?:$/.test(protocol) && username === "" && password === "";
  if (!isPlain || href.length > maxTargetLength) throw wrongLink();
  return href;
}

function newCode(): string {
  const letters = Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]);
  return letters.join("");
}

function wrongLink() {
  return wrong("body", linkSentences.wrongLink({ max: maxTargetLength }));
}

function wrong(field: string, sentence: Sentence) {
  return invalidFields({ [field]: [sentence] });
}
