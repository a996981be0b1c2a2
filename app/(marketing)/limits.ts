import type { Words } from "@/lib/language/language";

/** What the product does not do. The landing page and the README both show this list. */
export const limits: Words<readonly string[]> = {
  en: [
    "No carrier included: connect yours or an Android phone, or use the simulator, which reaches no phone.",
    "SMPP as a client only, version 3.4. Your customers connect by HTTP.",
    "No MMS, and no RCS or WhatsApp.",
    "A person has one account: an email that has an account can't join another one.",
    "Without `REDIS_URL`, each `npm start` counts rate limits separately: two of them allow twice the rate.",
    "Without a carrier's report, the operator shown is the holder of the number range. A ported number belongs to another operator.",
    "The embedded PostgreSQL does not run on Windows. Use `DATABASE_URL` there.",
  ],
  pl: [
    "Nie zawiera dostawcy: podłącz swojego albo telefon z Androidem, albo użyj symulatora, który nie dociera do żadnego telefonu.",
    "SMPP tylko jako klient, w wersji 3.4. Twoi klienci łączą się przez HTTP.",
    "Bez MMS-ów, RCS i WhatsAppa.",
    "Jedna osoba ma jedno konto: adres e-mail, który ma konto, nie dołączy do drugiego.",
    "Bez `REDIS_URL` każdy `npm start` liczy limity osobno: dwa dopuszczają dwa razy więcej.",
    "Bez raportu dostawcy pokazywany operator to właściciel zakresu numerów. Przeniesiony numer należy do innego operatora.",
    "Wbudowany PostgreSQL nie działa w systemie Windows. Użyj tam `DATABASE_URL`.",
  ],
};
