import { useLanguage, useWords } from "@/components/language/use-words";
import { reasonWords, statusWords } from "@/components/status-words";
import { useZone } from "@/components/ui/time";
import { absoluteTime, dayWords } from "@/components/ui/time-words";
import { logWords } from "../words";
import { type LogSearch, statusesOf } from "./log-search";
import type { FilterChoices } from "./more-filters";

const dayLength = "2026-05-15".length;
const minuteLength = "2026-05-15T14:05".length;

/** The value of a filter as a person would say it. */
export function useFilterWords({ tokens, countries, campaign }: FilterChoices) {
  const { kinds } = useWords(logWords).filters;
  const states = useWords(statusWords);
  const language = useLanguage();
  const zone = useZone();
  const momentWords = (value: string) => {
    if (value.length > minuteLength) return absoluteTime(value, zone, language);
    const day = dayWords(value.slice(0, dayLength), language);
    return value.length === dayLength ? day : `${day}, ${value.slice(dayLength + 1)}`;
  };
  const special: Partial<Record<keyof LogSearch, (value: string) => string | undefined>> = {
    status: (status) =>
      statusesOf({ status })
        .map((each) => states[each].word)
        .join(", "),
    test: (value) => (value === "true" ? kinds.true : kinds.false),
    token: (value) => tokens.find(({ token_id }) => token_id === value)?.name,
    send: (value) => (campaign?.campaign_id === value ? campaign.name : undefined),
    reason: (value) => reasonWords(value, language),
    country: (code) => countries.find(({ value }) => value === code)?.label,
    since: momentWords,
    until: momentWords,
  };
  return (name: keyof LogSearch, search: LogSearch): string => {
    const value = search[name] ?? "";
    return special[name]?.(value) ?? value;
  };
}
