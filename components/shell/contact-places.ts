import type { Words } from "@/lib/language/language";

interface ContactPlace {
  href: string;
  names: Words<string>;
  isHere: (pathname: string) => boolean;
}

const isGroups = (path: string) => path === "/contacts/groups";

/** The pages about people and saved texts in order, for the side column, the tabs of a phone, and the palette. */
export const contactPlaces: ContactPlace[] = [
  {
    href: "/contacts",
    names: { en: "Contacts", pl: "Kontakty" },
    isHere: (path) => path.startsWith("/contacts") && !isGroups(path),
  },
  { href: "/contacts/groups", names: { en: "Groups", pl: "Grupy" }, isHere: isGroups },
  {
    href: "/templates",
    names: { en: "Templates", pl: "Szablony" },
    isHere: (path) => path.startsWith("/templates"),
  },
];
