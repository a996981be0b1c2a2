import type { Words } from "@/lib/language/language";

const en = {
  title: "Delete the account",
  lead: (email: string) => `The account of ${email}.`,
  consequences: [
    [
      "Immediately",
      "Tokens stop working, webhook endpoints are disabled, and every browser is signed out. Queued and scheduled messages are cancelled and refunded. Messages already sent to the carrier continue.",
    ],
    ["For seven days", "Sign in to restore the account. Its tokens and endpoints work again."],
    [
      "Then",
      "Your profile, tokens, endpoints, and their deliveries are erased. Messages lose their numbers, senders, and texts. You can't undo this.",
    ],
    [
      "What is kept",
      "The ledger: credits and times of all transactions, with the administrator's notes. It doesn't contain your name. Also a one-way hash of your email, so welcome credits are granted once per address. Remaining credits are lost.",
    ],
  ] as [when: string, what: string][],
  keep: "Keep the account",
  submit: "Delete account",
};

/** What deleting an account means. */
export const deleteWords: Words<typeof en> = {
  en,
  pl: {
    title: "Usuń konto",
    lead: (email) => `Konto ${email}.`,
    consequences: [
      [
        "Od razu",
        "Tokeny przestają działać, punkty odbioru webhooków zostają wyłączone, a wszystkie przeglądarki wylogowane. Wiadomości w kolejce i zaplanowane zostają anulowane, a ich kredyty zwrócone. Wiadomości wysłane już do dostawcy idą dalej.",
      ],
      [
        "Przez siedem dni",
        "Zaloguj się, aby przywrócić konto. Jego tokeny i punkty odbioru znów działają.",
      ],
      [
        "Potem",
        "Profil, tokeny, punkty odbioru i ich dostarczenia zostają usunięte. Wiadomości tracą numery, nadawców i treść. Tego nie da się cofnąć.",
      ],
      [
        "Co zostaje",
        "Historia kredytów: kwoty i czasy wszystkich operacji, z uwagami administratora. Nie zawiera twojego nazwiska. Także jednokierunkowy skrót adresu e-mail, aby kredyty na start przyznać raz na adres. Niewykorzystane kredyty przepadają.",
      ],
    ],
    keep: "Zachowaj konto",
    submit: "Usuń konto",
  },
};
