import { findMarkPile } from "../sms/find-mark-pile";
import { parseText } from "../templates/parse-text";
import { type Rendered, renderText } from "../templates/render-text";
import type { Campaign } from "./_find-campaign";

/** How the rows of a campaign become texts. */
export interface RowTexts {
  /** The variables of the text, in their order. */
  variables: string[];
  /** What is the same in each text. */
  literal: string;
  render(cells: readonly string[]): Rendered;
  readValue(cells: readonly string[], name: string): string | undefined;
}

/** Parses the text of a campaign once for all its rows. */
export function rowTexts({ body, mapping }: Pick<Campaign, "body" | "mapping">): RowTexts {
  const parts = parseText(body) ?? [body];
  const places = new Map(mapping.map((name, place) => [name, place]));
  const readValue = (cells: readonly string[], name: string) => cells[places.get(name) ?? -1];
  return {
    variables: [...new Set(parts.flatMap((part) => (typeof part === "string" ? [] : part.name)))],
    literal: parts.filter((part) => typeof part === "string").join(" "),
    readValue,
    render(cells) {
      const rendered = renderText(parts, (name) => readValue(cells, name));
      return "text" in rendered ? { text: normalize(rendered.text) } : rendered;
    },
  };
}

/** What piles up marks stays as it is and is refused: it might take hours. */
function normalize(text: string): string {
  return findMarkPile(text) ? text : text.normalize("NFC");
}
