import { useWords } from "@/components/language/use-words";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import type { FormFailure } from "@/lib/actions/form-failure";
import { sendWords } from "../words";

type FailureWords = (typeof sendWords)["en"]["failure"];

/** Why nothing was sent, what that means and what to do, above the form. */
export function SendFailure({ failure, email }: { failure: FormFailure; email: string }) {
  const { failure: words } = useWords(sendWords);
  return (
    <Notice tone="bad" role="alert" title={titleOf(failure, words)}>
      {failure.code === "insufficient_credits" && <HowToGetCredits {...failure} email={email} />}
      {failure.code === "internal" && (
        <p className="text-mute text-sm">
          {words.quote} <span className="font-mono">{failure.requestId}</span>.
        </p>
      )}
    </Notice>
  );
}

function titleOf(failure: FormFailure, words: FailureWords): string {
  const { code, message, fields, ...numbers } = failure;
  if (failure.isUnanswered) return words.unanswered;
  if (code === "insufficient_credits" && numbers.required !== undefined) {
    return words.balance(numbers.available ?? 0, numbers.required);
  }
  if (code === "rate_limited") {
    return words.limited(Math.ceil((numbers.retryAfterMs ?? 1000) / 1000));
  }
  if (code === "invalid_request") return words.other(wrongFields(fields ?? {}, words));
  return words.other(message);
}

/** Names the fields that say the rest themselves; a field this form does not have is said in full. */
function wrongFields(fields: Record<string, string[]>, words: FailureWords): string {
  const labels: Record<string, string> = { ...words.labels, ...words.advancedLabels };
  const names = Object.keys(fields);
  const hidden = names.filter((name) => !(name in labels)).flatMap((name) => fields[name] ?? []);
  // As they stand on the screen, whatever was checked first.
  const shown = Object.keys(labels).flatMap((name) => (name in fields ? (labels[name] ?? []) : []));
  const look = shown.length > 0 ? [words.fields(shown.join(", "))] : [];
  return [...look, ...hidden].join(" ");
}

function HowToGetCredits({
  email,
  required = 1,
  available = 0,
}: { email: string } & Partial<FormFailure>) {
  const { failure: words } = useWords(sendWords);
  const amount = Math.max(100, required - available);
  return (
    <>
      <p>{words.ask}</p>
      <CodeBlock
        label={words.command}
        code={`npm run cli -- credits grant --email ${email} --amount ${amount} --note "Top-up"`}
      />
      <p>{words.stays}</p>
    </>
  );
}
