import { countWords } from "@/components/status-words";
import { Notice } from "@/components/ui/notice";
import type { Cancelling } from "./use-cancel";

/** Says what came of cancelling, the credits first of all. Its place is there before, so that it is read out. */
export function CancelOutcome({ outcome }: Pick<Cancelling, "outcome">) {
  return (
    <div role="status" className="empty:hidden not-empty:mb-4">
      {outcome?.ok === true && (
        <Notice
          tone="ok"
          title={`Cancelled: ${countWords(outcome.value.credits, "credit")} came back.`}
        >
          The message to <span className="font-mono">{outcome.value.to}</span> will not be sent.
        </Notice>
      )}
      {outcome?.ok === false && <Notice tone="bad" title={`Not cancelled: ${outcome.message}`} />}
    </div>
  );
}
