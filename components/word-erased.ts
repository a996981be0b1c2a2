import type { Language, Words } from "@/lib/language/language";

/** What stands for the number and the text of a message whose recipient was erased; no number is this. */
const marker = "erased";

const words: Record<Language, string> = { en: "Erased", pl: "Usunięto" };

const dayMs = 86_400_000;

const textWords: Words<{ notStored: string; removed: string; after: (days: number) => string }> = {
  en: {
    notStored: "Text not stored",
    removed: "Text removed",
    after: (days) => `Text removed after ${days === 1 ? "1 day" : `${days} days`}`,
  },
  pl: {
    notStored: "Treść nieprzechowywana",
    removed: "Treść usunięta",
    after: (days) => `Treść usunięta po ${days === 1 ? "1 dniu" : `${days} dniach`}`,
  },
};

/** What tells whether a message, or a campaign, still has its text, and since when there was one. */
interface Textless {
  body_erased_at: string | null;
  store_body?: boolean;
  created_at?: string;
  received_at?: string;
}

/** A message of either direction. */
interface Shown extends Textless {
  to: string;
  body: string;
}

/**
 * A message as it is shown: where its recipient was erased, a word of the reader's language stands for number and text,
 * and where its text is gone, words say so.
 */
export function wordErased<Message extends Shown>(message: Message, language: Language): Message {
  if (message.to === marker) return { ...message, to: words[language], body: words[language] };
  if (!isTextless(message)) return message;
  return { ...message, body: wordTextless(message, language) };
}

/** Whether the recipient was erased, in a message as it is kept or as it is shown. */
export function isErased({ to }: { to: string }): boolean {
  return to === marker || Object.values(words).includes(to);
}

/** What stands for a text that was erased, or is shown to nobody. */
export function wordTextless(message: Textless, language: Language): string {
  const { notStored, removed, after } = textWords[language];
  if (message.store_body === false) return notStored;
  const since = message.created_at ?? message.received_at;
  if (message.body_erased_at === null || since === undefined) return removed;
  const days = Math.floor((Date.parse(message.body_erased_at) - Date.parse(since)) / dayMs);
  return days < 1 ? removed : after(days);
}

/** Whether the text of a message was erased, or is shown to nobody. */
export function isTextless({
  body_erased_at,
  store_body = true,
}: Pick<Textless, "body_erased_at" | "store_body">): boolean {
  return typeof body_erased_at === "string" || !store_body;
}
