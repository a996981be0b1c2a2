import type { Language, Words } from "../language/language";

// In this order: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrome\/|\bCriOS\/|\bChromium\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const en = {
  both: (browser: string, system: string) => `${browser} on ${system}`,
  some: (system: string) => `A browser on ${system}`,
  unknown: "An unknown browser",
};

const words: Words<typeof en> = {
  en,
  pl: {
    both: (browser, system) => `${browser} (${system})`,
    some: (system) => `Przeglądarka (${system})`,
    unknown: "Nieznana przeglądarka",
  },
};

/** What a `User-Agent` says, in the words of a person: "Firefox on Linux". */
export function browserWords(userAgent: string | null, language: Language = "en"): string {
  const browser = firstOf(browsers, userAgent ?? "");
  const system = firstOf(systems, userAgent ?? "");
  if (browser && system) return words[language].both(browser, system);
  if (browser || system) return browser ?? words[language].some(system ?? "");
  return words[language].unknown;
}

function firstOf(list: [RegExp, string][], text: string): string | undefined {
  return list.find(([pattern]) => pattern.test(text))?.[1];
}
