import { numberWords } from "@/lib/language/count-words";
import type { Language } from "@/lib/language/language";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** "420 ms", "1.2 s", "2 min 41 s", "3 h 5 min": how long something took, as the language writes numbers. */
export function durationWords(language: Language, ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < minuteMs) {
    return `${numberWords(language, ms / 1000, { maximumFractionDigits: 1 })} s`;
  }
  if (ms < hourMs)
    return `${Math.floor(ms / minuteMs)} min ${Math.floor((ms % minuteMs) / 1000)} s`;
  return `${Math.floor(ms / hourMs)} h ${Math.floor((ms % hourMs) / minuteMs)} min`;
}
