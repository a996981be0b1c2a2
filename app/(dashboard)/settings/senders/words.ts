import type { Words } from "@/lib/language/language";

const en = {
  title: "Sender names",
  lead: "The names your messages come from, in place of a number.",
  isOpen:
    "This installation accepts any valid name. You don't have to request one before you send.",
  isApproved:
    "Live messages from a name are accepted once the administrator approved it. Numbers and test messages need no approval.",
  caption: "Your sender names",
  none: "You haven't requested a name yet.",
  statuses: { requested: "Pending", approved: "Approved", rejected: "Rejected" },
  requested: "Requested",
  decided: "Decided",
  remove: "Remove",
  removeOf: (name: string) => `the sender name ${name}`,
  request: {
    title: "Request a name",
    name: "Name",
    nameHint: "1 to 11 letters, digits, spaces, dots, or hyphens.",
    purpose: "What you send from it",
    purposeHint: "For example: order updates of our shop, about 2,000 a month.",
    submit: "Request",
    done: (name: string) => `${name} is requested. You get an email when it is decided.`,
  },
};

/** What the page of an account's sender names says. */
export const senderWords: Words<typeof en> = {
  en,
  pl: {
    title: "Nazwy nadawców",
    lead: "Nazwy, z których przychodzą twoje wiadomości, zamiast numeru.",
    isOpen: "Ta instalacja przyjmuje każdą poprawną nazwę. Możesz wysyłać bez zgłoszenia.",
    isApproved:
      "Wiadomości produkcyjne z nazwy są przyjmowane, gdy zatwierdzi ją administrator. Numery i wiadomości testowe nie wymagają zgody.",
    caption: "Twoje nazwy nadawców",
    none: "Nie masz jeszcze zgłoszonych nazw.",
    statuses: { requested: "Czeka", approved: "Zatwierdzona", rejected: "Odrzucona" },
    requested: "Zgłoszona",
    decided: "Decyzja",
    remove: "Usuń",
    removeOf: (name) => `nazwę nadawcy ${name}`,
    request: {
      title: "Zgłoś nazwę",
      name: "Nazwa",
      nameHint: "Od 1 do 11 liter bez polskich znaków, cyfr, spacji, kropek lub łączników.",
      purpose: "Co będzie z niej wysyłane",
      purposeHint: "Na przykład: statusy zamówień naszego sklepu, około 2000 miesięcznie.",
      submit: "Zgłoś",
      done: (name) => `Nazwa ${name} jest zgłoszona. O decyzji powiadomimy e-mailem.`,
    },
  },
};
