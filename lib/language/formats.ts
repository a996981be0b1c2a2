import { type Language, locales } from "./language";

// More than the zones and shapes that one page shows; a server sees many zones, and starts anew.
const maxFormats = 200;

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** How a language writes dates, by the options of `Intl.DateTimeFormat`. Making one takes milliseconds on a phone, so each is kept. */
export function dateFormat(
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return keep(dateFormats, nameOf(language, options), () => {
    return new Intl.DateTimeFormat(locales[language], options);
  });
}

/** How a language writes numbers, by the options of `Intl.NumberFormat`; kept like those of dates. */
export function numberFormat(
  language: Language,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  return keep(numberFormats, nameOf(language, options), () => {
    return new Intl.NumberFormat(locales[language], options);
  });
}

function nameOf(language: Language, options: object): string {
  return `${language} ${JSON.stringify(options)}`;
}

function keep<Format>(formats: Map<string, Format>, name: string, make: () => Format): Format {
  const known = formats.get(name);
  if (known) return known;
  const made = make();
  if (formats.size >= maxFormats) formats.clear();
  formats.set(name, made);
  return made;
}
