import type { Language } from "@/lib/language/language";

/** What stands for the number and the text of a message whose recipient was erased; no number is this. */
const marker = "erased";

const words: Record<Language, string> = { en: "Erased", pl: "Usunięto" };

/** A message as it is shown: where its recipient was erased, a word of the reader's language stands for number and text. */
export function wordErased<Message extends { to: string; body: string }>(
  message: Message,
  language: Language,
): Message {
  if (message.to !== marker) return message;
  return { ...message, to: words[language], body: words[language] };
}

/** Whether the recipient was erased, in a message as it is kept or as it is shown. */
export function isErased({ to }: { to: string }): boolean {
  return to === marker || Object.values(words).includes(to);
}
