import type { Language } from "./language";
import { lookUp } from "./look-up";
import { accountSentences } from "./sentences/accounts";
import { messageSentences } from "./sentences/messages";
import { otherSentences } from "./sentences/others";
import { webhookSentences } from "./sentences/webhooks";

const polish: Record<string, string> = {
  ...otherSentences,
  ...accountSentences,
  ...messageSentences,
  ...webhookSentences,
};

const patterns = Object.entries(polish)
  .filter(([english]) => english.includes("{"))
  .map(([english, translation]) => ({ pattern: toPattern(english), translation }));

/** Sentences are short. A longer text is a customer's own, and patterns with two holes are quadratic in it. */
const maxLength = 2000;

/**
 * A sentence of the product (errors are English on the wire) in the language of a screen. What varies
 * stands as `{name}` in both. A sentence without a translation stays as it is.
 */
export function translateSentence(language: Language, sentence: string): string {
  if (language === "en" || sentence.length > maxLength) return sentence;
  const exact = lookUp(polish, sentence);
  if (exact !== undefined) return exact;
  for (const { pattern, translation } of patterns) {
    const found = pattern.exec(sentence)?.groups;
    if (found) return translation.replace(/\{(\w+)\}/g, (_all, name: string) => found[name] ?? "");
  }
  return sentence;
}

function toPattern(template: string): RegExp {
  const source = template
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\{(\w+)\}/g, (_all, name: string) => `(?<${name}>.+?)`);
  return new RegExp(`^${source}$`, "u");
}
