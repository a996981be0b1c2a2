import type { Words } from "@/lib/language/language";

const en = {
  title: "Sender names",
  lead: "Names that accounts asked to send from, the longest wait first.",
  isOpen:
    "This installation accepts any valid name (SENDER_NAMES=open). Decisions take effect once it is set to approved.",
  none: "No name waits for a decision.",
  caption: "Requested sender names",
  asked: "Requested",
  keys: "Keys: j and k to move, a to approve, r to reject.",
  approve: "Approve",
  approveName: (name: string) => `Approve ${name}`,
  reject: "Reject",
  rejectName: (name: string) => `Reject ${name}`,
  rejecting: (name: string) => `Reject the sender name ${name}`,
  reason: "Reason",
  reasonHint: "The account gets it by email.",
  cancel: "Cancel",
};

/** What the page of requested sender names says. */
export const adminSenderWords: Words<typeof en> = {
  en,
  pl: {
    title: "Nazwy nadawców",
    lead: "Nazwy, z których konta chcą wysyłać, od najdłużej czekającej.",
    isOpen:
      "Ta instalacja przyjmuje każdą poprawną nazwę (SENDER_NAMES=open). Decyzje działają po ustawieniu approved.",
    none: "Żadna nazwa nie czeka na decyzję.",
    caption: "Zgłoszone nazwy nadawców",
    asked: "Zgłoszona",
    keys: "Klawisze: j i k przechodzą, a zatwierdza, r odrzuca.",
    approve: "Zatwierdź",
    approveName: (name) => `Zatwierdź ${name}`,
    reject: "Odrzuć",
    rejectName: (name) => `Odrzuć ${name}`,
    rejecting: (name) => `Odrzuć nazwę nadawcy ${name}`,
    reason: "Powód",
    reasonHint: "Konto dostanie go e-mailem.",
    cancel: "Anuluj",
  },
};
