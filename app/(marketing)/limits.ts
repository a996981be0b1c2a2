import type { Words } from "@/lib/language/language";

/** What the product does not do. The landing page and the README both show this list. */
export const limits: Words<readonly string[]> = {
  en: [
    "No carrier included: connect yours, or use the simulator, which reaches no phone.",
    "No SMPP. A carrier is an HTTP SMS API.",
    "No inbound SMS and no MMS.",
    "No campaigns yet.",
    "One person per account.",
    "Without `REDIS_URL`, each process counts rate limits separately: two processes allow twice the rate.",
    "Without a carrier's report, the operator shown is the holder of the number range. A ported number belongs to another operator.",
    "The embedded PostgreSQL does not run on Windows. Use `DATABASE_URL` there.",
  ],
  pl: [
    "Nie zawiera dostawcy: podłącz swojego albo użyj symulatora, który nie dociera do żadnego telefonu.",
    "Nie obsługuje SMPP. Dostawcą jest API SMS po HTTP.",
    "Nie odbiera SMS-ów i nie wysyła MMS-ów.",
    "Nie ma jeszcze kampanii.",
    "Jedno konto to jedna osoba.",
    "Bez `REDIS_URL` każdy proces liczy limity osobno: dwa procesy dopuszczają dwa razy więcej.",
    "Bez raportu dostawcy pokazywany operator to właściciel zakresu numerów. Przeniesiony numer należy do innego operatora.",
    "Wbudowany PostgreSQL nie działa w systemie Windows. Użyj tam `DATABASE_URL`.",
  ],
};
