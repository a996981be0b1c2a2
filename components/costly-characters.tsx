"use client";

import { countSegments } from "@/lib/sms/count-segments";
import { findNonGsmCharacters, type NonGsmCharacter } from "@/lib/sms/find-non-gsm-characters";
import { countWords } from "./status-words";

const shownAtMost = 6;

interface CostlyCharactersProps {
  text: string;
  onReplace: (text: string, replaced: string) => void;
}

/** Names the characters that turn a text into Unicode, says what they cost, and offers look-alikes. */
export function CostlyCharacters({ text, onReplace }: CostlyCharactersProps) {
  const found = findNonGsmCharacters(text);
  const kinds = [...new Map(found.map((each) => [each.character, each])).values()];
  if (kinds.length === 0) return null;
  const replaceable = kinds.filter(({ replacement }) => replacement !== null);
  const replace = (some: NonGsmCharacter[]) =>
    onReplace(withReplacements(text, some), some.map(({ name }) => name).join(", "));
  return (
    <div className="space-y-2 border-line border-l-4 border-l-citron bg-panel py-1 pl-3 text-sm">
      <p>
        {listed(kinds.map(shownCharacter))} {kinds.length === 1 ? "switches" : "switch"} this text
        to Unicode: 70 characters a segment instead of 160
        {priceWords(text, withReplacements(text, replaceable), replaceable.length === kinds.length)}
      </p>
      {replaceable.length > 0 && (
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {replaceable.length > 1 && (
            <ReplaceButton onClick={() => replace(replaceable)}>
              {replaceable.length === kinds.length ? "Replace all" : "Replace what can be"}
            </ReplaceButton>
          )}
          {replaceable.slice(0, shownAtMost).map((each) => (
            <ReplaceButton key={each.character} onClick={() => replace([each])}>
              {each.replacement === ""
                ? `Remove ${each.name}`
                : `Replace ${shownCharacter(each)} with ${each.replacement === " " ? "a space" : each.replacement}`}
            </ReplaceButton>
          ))}
        </div>
      )}
    </div>
  );
}

function ReplaceButton({ onClick, children }: { onClick: () => void; children: React.ReactNode }) {
  return (
    <button type="button" onClick={onClick} className="link max-sm:min-h-11">
      {children}
    </button>
  );
}

function withReplacements(text: string, some: readonly NonGsmCharacter[]): string {
  return some.reduce(
    (plain, { character, replacement }) => plain.replaceAll(character, replacement ?? character),
    text,
  );
}

function priceWords(text: string, plain: string, isAll: boolean): string {
  const now = countSegments(text).segments;
  const then = countSegments(plain).segments;
  if (!isAll) return "; not all of them have a look-alike.";
  if (now === then) return ", which costs nothing more at this length.";
  return `, so ${countWords(now, "segment")} instead of ${then} (+${countWords(now - then, "credit")}).`;
}

/** A visible character as itself in quotes, an invisible one by its name. */
function shownCharacter({ character, name }: NonGsmCharacter): string {
  return /^[\p{L}\p{N}\p{P}\p{S}\p{Extended_Pictographic}]/u.test(character)
    ? `‘${character}’`
    : name;
}

function listed(words: string[]): string {
  if (words.length <= shownAtMost) return words.join(", ");
  return `${words.slice(0, shownAtMost).join(", ")} and ${words.length - shownAtMost} more`;
}
