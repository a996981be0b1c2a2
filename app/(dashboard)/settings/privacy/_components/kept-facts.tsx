import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { daysOf, keptFiles, leftDrafts } from "@/lib/retention/kept";
import { dayWords, type KeptFact, privacyWords } from "../words";

/** In days, or what no number says. */
const facts: [KeptFact, number | "forEver" | "untilDeleted"][] = [
  ["figures", "forEver"],
  ["ledger", "forEver"],
  ["optOuts", "forEver"],
  ["documents", "untilDeleted"],
  ["drafts", leftDrafts.forDays],
  ["callbacks", daysOf("carrier_messages")],
  ["keys", daysOf("idempotency_keys")],
  ["receipts", daysOf("parked_receipts")],
  ["sessions", daysOf("sessions")],
  ["refusals", daysOf("refused_requests")],
  ["requests", daysOf("api_requests")],
  ["emails", keptFiles.emails.forDays],
];

/** What nobody decides about, and for how long it is kept. */
export async function KeptFacts() {
  const [language, { rest }] = await Promise.all([currentLanguage(), wordsOf(privacyWords)]);
  return (
    <dl className="max-w-[42rem] text-sm">
      {facts.map(([fact, time]) => (
        <div
          key={fact}
          className="flex items-baseline justify-between gap-x-6 border-line border-b py-2 last:border-b-0"
        >
          <dt>{rest.facts[fact]}</dt>
          <dd className="whitespace-nowrap text-right text-mute tabular-nums">
            {typeof time === "number" ? dayWords(language, time) : rest[time]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
