import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  title: "Conversations",
  lead: "Messages from phones, and your replies.",
  log: "All sent messages",
  list: "Phones, by their newest message",
  unread: (count: number) => countWords("en", count, { one: "unread", other: "unread" }),
  none: "No messages from phones yet",
  noneHint:
    "Phones can reply to messages that come from a number. Try it in test mode: the number 48500000010 replies.",
  optOuts: "See who has opted out",
  with: (phone: string) => `Conversation with ${phone}`,
  back: "All conversations",
  received: "Received",
  empty: "There are no messages with this number.",
  reply: "Reply",
  from: "From",
  text: "Text",
  cost: "1 credit per segment.",
  submit: "Send",
  done: "The reply was accepted.",
  keywords: {
    opt_out: "Opted out",
    opt_in: "Opted in again",
    help: "Asked for help",
  },
};

/** What the pages of conversations say. */
export const conversationWords: Words<typeof en> = {
  en,
  pl: {
    title: "Rozmowy",
    lead: "Wiadomości z telefonów i twoje odpowiedzi.",
    log: "Wszystkie wysłane wiadomości",
    list: "Telefony według najnowszej wiadomości",
    unread: (count) =>
      countWords("pl", count, {
        one: "nieprzeczytana",
        few: "nieprzeczytane",
        many: "nieprzeczytanych",
        other: "nieprzeczytanej",
      }),
    none: "Nie ma jeszcze wiadomości z telefonów",
    noneHint:
      "Odpisać można na wiadomość wysłaną z numeru. Wypróbuj to w trybie testowym: numer 48500000010 odpisuje.",
    optOuts: "Zobacz, kto zrezygnował",
    with: (phone) => `Rozmowa z numerem ${phone}`,
    back: "Wszystkie rozmowy",
    received: "Odebrana",
    empty: "Nie ma wiadomości z tym numerem.",
    reply: "Odpowiedz",
    from: "Nadawca",
    text: "Treść",
    cost: "1 kredyt za segment.",
    submit: "Wyślij",
    done: "Odpowiedź przyjęto.",
    keywords: {
      opt_out: "Rezygnacja",
      opt_in: "Powrót po rezygnacji",
      help: "Prośba o pomoc",
    },
  },
};
