import type { Campaign } from "./_find-campaign";
import { nameOfText } from "./_name-of-text";

/**
 * What a campaign is called where that outlives its text, as in the activity log: its name, unless it is the beginning of
 * the text.
 */
export function lastingName(
  campaign: Pick<Campaign, "name" | "body" | "from" | "createdAt">,
): string {
  const { name, body, from, createdAt } = campaign;
  return body !== "" && name === nameOfText(body) ? neutralName(from, createdAt) : name;
}

/** A name by the sender and the day, which says nothing of a text. */
export function neutralName(from: string, createdAt: Date): string {
  return `${from} ${createdAt.toISOString().slice(0, 10)}`;
}
