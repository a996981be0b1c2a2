import type { ClaimedMessage } from "../messages/claim-messages";
import { maskCode } from "../verifications/mask-code";

/** Deeper than any carrier's response. */
const maxDepth = 20;

type Said = Pick<ClaimedMessage, "accountId" | "body" | "bodyStorage" | "test" | "verificationId">;

/**
 * A carrier's response without the text of a message whose text is not to be kept, or has a code: some carriers repeat it.
 */
export function withoutText(raw: unknown, message: Said): unknown {
  const { body, bodyStorage, verificationId } = message;
  if (body === "" || (bodyStorage === null && verificationId === null)) return raw;
  return scrub(raw, (said) => maskCode(said.replaceAll(body, ""), message), maxDepth);
}

function scrub(value: unknown, clean: (said: string) => string, depth: number): unknown {
  if (typeof value === "string") return clean(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.map((each) => scrub(each, clean, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, scrub(each, clean, depth - 1)]),
  );
}
