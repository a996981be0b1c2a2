import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { recipientWords } from "../recipient-words";
import type { ProblemGroup } from "./sum-recipients";

/** What can be done to the list without typing: numbers by what was written, and what to write instead. */
export type EditNumbers = (replacements: ReadonlyMap<string, string | null>) => void;

interface ProblemGroupProps {
  group: ProblemGroup;
  /** The repair of the most numbers is the thing to do next. */
  isMain: boolean;
  onEdit: EditNumbers;
}

const samples = 3;

/** Numbers that nothing can be sent to for one reason: how many, the first few, and what repairs all of them. */
export function ProblemGroupNotice({ group, isMain, onEdit }: ProblemGroupProps) {
  const words = useWords(recipientWords);
  const { problem, numbers } = group;
  const count = numbers.length;
  const repair = repairOf(group, words);
  const replaceAll = (by: (number: (typeof numbers)[number]) => string | null) =>
    onEdit(new Map(numbers.map((number) => [number.written, by(number)])));
  return (
    <li className="space-y-2 rounded-control border border-line border-l-4 border-l-bad bg-panel px-3 py-2.5 text-sm">
      <p className="font-medium">{words.problems[problem](count)}</p>
      <ul className="space-y-1">
        {numbers.slice(0, samples).map(({ written, sentence }) => (
          <li key={written}>
            <span className="wrap-anywhere font-mono text-bad">{written}</span>
            <span className="block text-mute">{sentence}</span>
          </li>
        ))}
        {count > samples && <li className="text-mute">{words.more(count - samples)}</li>}
      </ul>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {repair && (
          <Button
            variant={isMain ? "primary" : "quiet"}
            onClick={() => replaceAll((number) => `+${number.repair?.whole}`)}
          >
            {repair}
          </Button>
        )}
        {problem === "ambiguous" && (
          <Button onClick={() => replaceAll(({ written }) => `+${written}`)}>
            {words.addPlus(count)}
          </Button>
        )}
        <button
          type="button"
          className="link max-sm:min-h-11"
          onClick={() => replaceAll(() => null)}
        >
          {words.removeAll(count)}
        </button>
        {problem === "no_country_code" && (
          <Link
            href="/settings/account#default-country"
            className="link inline-flex items-center max-sm:min-h-11"
          >
            {words.setDefault}
          </Link>
        )}
      </div>
    </li>
  );
}

function repairOf(
  { problem, code, numbers }: ProblemGroup,
  words: (typeof recipientWords)["en"],
): string | null {
  if (code === null) return null;
  if (problem === "no_mobile_digit") return words.addMobileDigit(numbers.length);
  return words.addCode(code, numbers.length);
}
