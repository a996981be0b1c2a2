import { sentences } from "../core/sentence";

/** What is said of contacts and their groups. */
export const contactSentences = sentences("contacts", {
  notFound: {
    en: "There is no contact with this ID.",
    pl: "Nie ma kontaktu o tym identyfikatorze.",
  },
  groupNotFound: {
    en: "There is no group with this ID.",
    pl: "Nie ma grupy o tym identyfikatorze.",
  },
  notAMember: {
    en: "This contact is not in the group.",
    pl: "Tego kontaktu nie ma w tej grupie.",
  },
  wrongNumber: {
    en: "Enter the number in E.164 format, such as 48732129000.",
    pl: "Podaj numer w formacie E.164, na przykład 48732129000.",
  },
  usedNumber: {
    en: "Another contact has this number.",
    pl: "Inny kontakt ma już ten numer.",
  },
  wrongFields: ({ max }: { max: number }) => ({
    en: `fields must be an object of at most ${max} names and their values.`,
    pl: `fields to obiekt z nazwami i wartościami, najwyżej ${max}.`,
  }),
  manyFields: ({ max }: { max: number }) => ({
    en: `A contact has at most ${max} fields.`,
    pl: `Kontakt ma najwyżej ${max} pól.`,
  }),
  wrongFieldName: ({ name }: { name: string }) => ({
    en: `“${name}” can't name a field. Use up to 40 letters, digits, and underscores, not beginning with a digit.`,
    pl: `„${name}” nie może być nazwą pola. Użyj do 40 liter, cyfr i podkreśleń, bez cyfry na początku.`,
  }),
  wrongValue: ({ name, max }: { name: string; max: number }) => ({
    en: `The value of ${name} must be a text of at most ${max} characters.`,
    pl: `Wartość pola ${name} to tekst do ${max} znaków.`,
  }),
  tooMany: ({ max }: { max: number }) => ({
    en: `An account has at most ${max} contacts. Delete some first.`,
    pl: `Konto ma najwyżej ${max} kontaktów. Najpierw usuń niepotrzebne.`,
  }),
  wrongGroups: ({ max }: { max: number }) => ({
    en: `groups must be a list of at most ${max} IDs of groups.`,
    pl: `groups to lista identyfikatorów grup, najwyżej ${max}.`,
  }),
  unknownGroup: ({ id }: { id: string }) => ({
    en: `There is no group ${id}.`,
    pl: `Nie ma grupy ${id}.`,
  }),
  noName: { en: "Enter a name for the group.", pl: "Nazwij grupę." },
  wrongName: {
    en: "Use letters, digits, and punctuation only.",
    pl: "Użyj tylko liter, cyfr i znaków przestankowych.",
  },
  usedName: { en: "Another group has this name.", pl: "Inna grupa ma już tę nazwę." },
  tooManyGroups: ({ max }: { max: number }) => ({
    en: `An account has at most ${max} groups. Delete one first.`,
    pl: `Konto ma najwyżej ${max} grup. Najpierw usuń którąś z nich.`,
  }),
  wrongMembers: ({ max }: { max: number }) => ({
    en: `contact_ids must be a list of 1 to ${max} IDs of contacts.`,
    pl: `contact_ids to lista od 1 do ${max} identyfikatorów kontaktów.`,
  }),
  nothingToChange: {
    en: "Enter a new number, fields, or groups.",
    pl: "Podaj nowy numer, pola albo grupy.",
  },
  testToken: {
    en: "A test token changes contacts with test numbers only.",
    pl: "Token testowy zmienia tylko kontakty z numerami testowymi.",
  },
  testTokenGroup: {
    en: "A test token can't rename or delete groups, which live campaigns use, too.",
    pl: "Token testowy nie może zmieniać nazw grup ani ich usuwać, bo używają ich także prawdziwe kampanie.",
  },
});
