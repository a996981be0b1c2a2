import { useWords } from "@/components/language/use-words";
import { recipientWords } from "../recipient-words";
import type { Recipients } from "./sum-recipients";

interface RecipientSummaryProps {
  recipients: Recipients;
  /** What was pasted beside the numbers. */
  texts: readonly string[];
}

const maxQuoteLength = 30;

/** What was done to the pasted numbers, in one line: corrected, left out, still being checked. */
export function RecipientSummary({ recipients, texts }: RecipientSummaryProps) {
  const words = useWords(recipientWords);
  const { count, reachable, duplicates, isChecked } = recipients;
  const corrected = reachable.filter(({ isCorrected }) => isCorrected);
  const [first] = corrected;
  const sums = [
    count === 1 && first && words.sentTo(first.to),
    count > 1 && first && words.corrected(corrected.length),
    duplicates > 0 && words.duplicates(duplicates),
    texts[0] && words.texts(texts.length, texts[0].slice(0, maxQuoteLength)),
    count > 1 && !isChecked && words.checking,
  ].filter((sum) => typeof sum === "string");
  return (
    <p role="status" className="wrap-anywhere text-sm empty:hidden">
      {sums.join(" · ")}
    </p>
  );
}
