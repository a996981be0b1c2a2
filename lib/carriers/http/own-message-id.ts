const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** Our ID of a message as a carrier gave it back, with or without its dashes; nothing if it is none. */
export function ownMessageId(text: string | undefined): { messageId?: string } {
  if (text === undefined || !uuid.test(text)) return {};
  const digits = text.replaceAll("-", "").toLowerCase();
  const places = [0, 8, 12, 16, 20, 32];
  return {
    messageId: places
      .slice(1)
      .map((end, at) => digits.slice(places[at], end))
      .join("-"),
  };
}
