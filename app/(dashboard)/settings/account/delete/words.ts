import type { Words } from "@/lib/language/language";

const en = {
  title: "Delete the account",
  lead: (email: string) => `The account of ${email}.`,
  consequences: [
    [
      "At once",
      "Tokens are refused, webhook endpoints are switched off, every browser is signed out. Messages that wait are cancelled, with their credits back; those under way go on.",
    ],
    ["For seven days", "Signing in takes it back: tokens and endpoints work again."],
    [
      "Then",
      "You, the tokens, the endpoints and what they were sent are erased; messages lose their numbers, senders and texts. This cannot be undone.",
    ],
    [
      "What is kept",
      "The ledger: how many credits moved and when, with the notes of the administrator. Nothing in it names you. Also a one-way hash of your e-mail, so that welcome credits are granted once per address. Credits that are left are lost.",
    ],
  ] as [when: string, what: string][],
  keep: "Keep the account",
  submit: "Delete account",
};

/** What deleting an account means. */
export const deleteWords: Words<typeof en> = {
  en,
  pl: {
    title: "Usunięcie konta",
    lead: (email) => `Konto ${email}.`,
    consequences: [
      [
        "Od razu",
        "Tokeny są odrzucane, punkty odbioru webhooków wyłączone, przeglądarki wylogowane. Oczekujące wiadomości zostają anulowane, a kredyty za nie wracają; te, które są w drodze, idą dalej.",
      ],
      [
        "Przez siedem dni",
        "Zalogowanie się przywraca konto: tokeny i punkty odbioru znów działają.",
      ],
      [
        "Potem",
        "Znikają dane osobowe, tokeny, punkty odbioru i to, co do nich wysłano; wiadomości tracą numery, nadawców i treść. Tego nie da się cofnąć.",
      ],
      [
        "Co zostaje",
        "Księga: ile kredytów i kiedy przybyło lub ubyło, z uwagami administratora. Nikogo w niej nie można rozpoznać. Ponadto jednokierunkowy skrót adresu e-mail, żeby kredyty na start przyznać raz na adres. Niewykorzystane kredyty przepadają.",
      ],
    ],
    keep: "Zachowaj konto",
    submit: "Usuń konto",
  },
};
