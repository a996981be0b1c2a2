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
        "Historia kredytów: ile kredytów i kiedy przybyło lub ubyło, z uwagami administratora. Nie pozwala nikogo rozpoznać. Ponadto jednokierunkowy skrót adresu e-mail, żeby kredyty na start przyznać raz na adres. Niewykorzystane kredyty przepadają.",
      ],
    ],
    keep: "Zachowaj konto",
    submit: "Usuń konto",
  },
};
