import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Groups",
  lead: "Sets of contacts for your campaigns. A contact can be in several groups.",
  caption: "Groups, newest first",
  none: "No groups yet.",
  contacts: (count: number) => countWords("en", count, { one: "contact", other: "contacts" }),
  name: "Name",
  add: "Add group",
  added: (name: string) => `Group “${name}” added.`,
  change: "Change",
  rename: "Rename",
  remove: "Delete group",
  removeHint: "Its contacts stay.",
  removed: "Group deleted. Its contacts stay.",
  renamed: (name: string) => `Renamed to “${name}”.`,
};

/** What the page of groups says. */
export const groupWords: Words<typeof en> = {
  en,
  pl: {
    title: "Grupy",
    lead: "Zbiory kontaktów do kampanii. Kontakt może być w kilku grupach.",
    caption: "Grupy, od najnowszej",
    none: "Nie ma jeszcze grup.",
    contacts: (count) =>
      countWords("pl", count, {
        one: "kontakt",
        few: "kontakty",
        many: "kontaktów",
        other: "kontaktu",
      }),
    name: "Nazwa",
    add: "Dodaj grupę",
    added: (name) => `Dodano grupę „${name}”.`,
    change: "Zmień",
    rename: "Zmień nazwę",
    remove: "Usuń grupę",
    removeHint: "Jej kontakty zostają.",
    removed: "Grupa została usunięta. Jej kontakty zostają.",
    renamed: (name) => `Zmieniono nazwę na „${name}”.`,
  },
};
