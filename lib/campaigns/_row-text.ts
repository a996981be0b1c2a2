import { appUrl } from "../core/env";
import { isLink, parseLinkedText, withLinks } from "../links/parse-linked-text";
import { shortUrl } from "../links/short-url";
import { findMarkPile } from "../sms/find-mark-pile";
import { type Rendered, renderText } from "../templates/render-text";
import type { Campaign } from "./_find-campaign";

/** How the rows of a campaign become texts. */
export interface RowTexts {
  /** The variables of the text, in their order. */
  variables: string[];
  /** What is the same in each text. */
  literal: string;
  /** Where its links lead, in their order. */
  targets: string[];
  /** With `links` in their places; left out, with some of the same length. */
  render(cells: readonly string[], links?: readonly string[]): Rendered;
  readValue(cells: readonly string[], name: string): string | undefined;
}

/** Parses the text of a campaign once for all its rows. */
export function rowTexts({ body, mapping }: Pick<Campaign, "body" | "mapping">): RowTexts {
  const parts = parseLinkedText(body) ?? [body];
  const places = new Map(mapping.map((name, place) => [name, place]));
  const readValue = (cells: readonly string[], name: string) => cells[places.get(name) ?? -1];
  const targets = parts.flatMap((part) => (isLink(part) ? (part.target ?? "") : []));
  const sample = withLinks(
    parts,
    targets.map(() => shortUrl(appUrl())),
  );
  return {
    variables: [...new Set(sample.flatMap((part) => (typeof part === "string" ? [] : part.name)))],
    literal: sample.filter((part) => typeof part === "string").join(" "),
    targets,
    readValue,
    render(cells, links) {
      const pieces = links ? withLinks(parts, links) : sample;
      const rendered = renderText(pieces, (name) => readValue(cells, name));
      return "text" in rendered ? { text: normalize(rendered.text) } : rendered;
    },
  };
}

/** What piles up marks stays as it is and is refused: it might take hours. */
function normalize(text: string): string {
  return findMarkPile(text) ? text : text.normalize("NFC");
}
