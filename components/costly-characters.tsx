"use client";

import { countSegments } from "@/lib/sms/count-segments";
import { findNonGsmCharacters, type NonGsmCharacter } from "@/lib/sms/find-non-gsm-characters";
import { notableCharacters } from "@/lib/sms/look-alikes";
import { characterWords } from "./character-words";
import { useLanguage, useWords } from "./language/use-words";
import { segmentWords } from "./segment-words";

const shownAtMost = 6;

interface CostlyCharactersProps {
  text: string;
  onReplace: (text: string, replaced: string) => void;
}

/** Names the characters that turn a text into Unicode, says what they cost, and offers look-alikes. */
export function CostlyCharacters({ text, onReplace }: CostlyCharactersProps) {
  const language = useLanguage();
  const words = useWords(segmentWords);
  const found = findNonGsmCharacters(text).map((each) => ({
    ...each,
    name: characterWords(each.name, language),
  }));
  const kinds = [...new Map(found.map((each) => [each.character, each])).values()];
  if (kinds.length === 0) return null;
  const replaceable = kinds.filter(({ replacement }) => replacement !== null);
  const isAll = replaceable.length === kinds.length;
  const replace = (some: NonGsmCharacter[]) =>
    onReplace(withReplacements(text, some), some.map(({ name }) => name).join(", "));
  const names = kinds
    .slice(0, shownAtMost)
    .map((each) => shownCharacter(each, words))
    .join(", ");
  const shown = kinds.length > shownAtMost ? words.more(names, kinds.length - shownAtMost) : names;
  return (
    <div className="space-y-2 border-line border-l-4 border-l-citron bg-panel py-1 pl-3 text-sm">
      <p className="wrap-anywhere">
        {words.switches(shown, kinds.length)}
        {isAll ? priceWords(text, withReplacements(text, replaceable), words) : words.noLookAlike}
      </p>
      {replaceable.length > 0 && (
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {replaceable.length > 1 && (
            <ReplaceButton onClick={() => replace(replaceable)}>
              {isAll ? words.replaceAll : words.replaceSome}
            </ReplaceButton>
          )}
          {replaceable.slice(0, shownAtMost).map((each) => (
            <ReplaceButton key={each.character} onClick={() => replace([each])}>
              {offerWords(each, words)}
            </ReplaceButton>
          ))}
        </div>
      )}
    </div>
  );
}

function ReplaceButton({ onClick, children }: { onClick: () => void; children: React.ReactNode }) {
  return (
    <button type="button" onClick={onClick} className="link text-left max-sm:min-h-11">
      {children}
    </button>
  );
}

type SegmentWords = (typeof segmentWords)["en"];

function offerWords(each: NonGsmCharacter, words: SegmentWords): string {
  const { name, replacement } = each;
  if (!replacement) return words.remove(name);
  const said = { " ": words.aSpace, "\n": words.aBreak }[replacement] ?? replacement;
  return words.replace(shownCharacter(each, words), said);
}

function withReplacements(text: string, some: readonly NonGsmCharacter[]): string {
  return some.reduce(
    (plain, { character, replacement }) => plain.replaceAll(character, replacement ?? character),
    text,
  );
}

function priceWords(text: string, plain: string, words: SegmentWords): string {
  const now = countSegments(text).segments;
  const then = countSegments(plain).segments;
  if (now === then) return words.nothingMore;
  return words.dearer(words.segments(now), then, words.credits(now - then));
}

/** A visible character as itself in quotes, with its name where it is easily taken for another; an invisible one by its name. */
function shownCharacter({ character, name }: NonGsmCharacter, words: SegmentWords): string {
  if (!/^[\p{L}\p{N}\p{P}\p{S}\p{Extended_Pictographic}]/u.test(character)) return name;
  const quoted = words.quoted(character);
  return notableCharacters.has(character) ? `${quoted} (${name})` : quoted;
}
