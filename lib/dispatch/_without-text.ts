import type { ClaimedMessage } from "../messages/claim-messages";

/** Deeper than any carrier's response. */
const maxDepth = 20;

/** A carrier's response without the text of a message whose text is not to be kept: some carriers repeat it. */
export function withoutText(
  raw: unknown,
  { body, bodyStorage }: Pick<ClaimedMessage, "body" | "bodyStorage">,
): unknown {
  return bodyStorage === null || body === "" ? raw : scrub(raw, body, maxDepth);
}

function scrub(value: unknown, text: string, depth: number): unknown {
  if (typeof value === "string") return value.replaceAll(text, "");
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((each) => scrub(each, text, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, scrub(each, text, depth - 1)]),
  );
}
