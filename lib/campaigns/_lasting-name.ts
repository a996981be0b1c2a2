import type { Campaign } from "./_find-campaign";
import { nameOfText } from "./_name-of-text";

type Named = Pick<Campaign, "name" | "body" | "from" | "createdAt">;

/**
 * What a campaign is called where that outlives its text, as in the activity log: its name, unless it is the beginning of
 * the text.
 */
export function lastingName(campaign: Named): string {
  const { name, from, createdAt } = campaign;
  return isNamedByText(campaign) ? neutralName(from, createdAt) : name;
}

/**
 * What a campaign is called once its content has changed: a name that is the beginning of its text follows the text, so that
 * nothing of an earlier one stays in it.
 */
export function followingName(
  campaign: Named,
  { body, from, bodyStorage }: Pick<Campaign, "body" | "from" | "bodyStorage">,
): string {
  if (!isNamedByText(campaign)) return campaign.name;
  // A text that nobody may read later gives no name.
  const name = bodyStorage === null ? nameOfText(body) : "";
  return name || neutralName(from, campaign.createdAt);
}

/** A name by the sender and the day, which says nothing of a text. */
export function neutralName(from: string, createdAt: Date): string {
  return `${from} ${createdAt.toISOString().slice(0, 10)}`.trim();
}

function isNamedByText({ name, body }: Named): boolean {
  return body !== "" && name === nameOfText(body);
}
