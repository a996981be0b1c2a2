import type { Words } from "@/lib/language/language";

const en = {
  when: "When",
  now: "Now",
  atATime: "Later",
  dayAndTime: "Day and time",
  zone: "Time zone",
  zoneHere: (zone: string) => `${zone} (here)`,
  zoneOwn: (zone: string) => `${zone} (your settings)`,
  nearZones: "Common",
  allZones: "All zones",
  choose: "Choose a day and a time.",
  past: "already past",
  skipped: (clock: string) => `Clocks go forward that day, so ${clock} doesn't exist. Send at:`,
  twice: (clock: string) => `Clocks go back that day, so ${clock} happens twice. Send at:`,
  afterJump: (clock: string, offset: string) => `${clock}, after the change (${offset})`,
  beforeJump: (clock: string, offset: string) => `${clock}, before the change (${offset})`,
  first: (clock: string, offset: string) => `the first ${clock} (${offset})`,
  second: (clock: string, offset: string) => `the second ${clock} (${offset})`,
};

export const scheduleFieldWords: Words<typeof en> = {
  en,
  pl: {
    when: "Kiedy",
    now: "Teraz",
    atATime: "Później",
    dayAndTime: "Dzień i godzina",
    zone: "Strefa czasowa",
    zoneHere: (zone) => `${zone} (tutaj)`,
    zoneOwn: (zone) => `${zone} (z ustawień)`,
    nearZones: "Najczęstsze",
    allZones: "Wszystkie strefy",
    choose: "Wybierz dzień i godzinę.",
    past: "to już minęło",
    skipped: (clock) =>
      `Tego dnia zegary przesuwają się do przodu, więc godziny ${clock} nie ma. Wyślij o:`,
    twice: (clock) =>
      `Tego dnia zegary się cofają, więc godzina ${clock} wypada dwa razy. Wyślij o:`,
    afterJump: (clock, offset) => `${clock}, po zmianie (${offset})`,
    beforeJump: (clock, offset) => `${clock}, przed zmianą (${offset})`,
    first: (clock, offset) => `pierwszej ${clock} (${offset})`,
    second: (clock, offset) => `drugiej ${clock} (${offset})`,
  },
};
