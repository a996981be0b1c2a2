interface UnitWords {
  seconds: (seconds: number) => string;
  minutes: (minutes: number) => string;
  hours: (hours: number, minutes: number) => string;
}

/** A time that is left, no more exactly than it is known: "40 s", "12 min", "2 h 10 min". */
export function timeLeftWords(seconds: number, words: UnitWords): string {
  if (seconds < 60) return words.seconds(Math.max(1, Math.ceil(seconds / 5) * 5));
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return words.minutes(minutes);
  return words.hours(Math.floor(minutes / 60), minutes % 60);
}
