import { countWords } from "@/components/status-words";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import type { FormFailure } from "@/lib/actions/form-failure";

/** Why nothing was sent, what that means and what to do, above the form. */
export function SendFailure({ failure, email }: { failure: FormFailure; email: string }) {
  return (
    <Notice tone="bad" role="alert" title={titleOf(failure)}>
      {failure.code === "insufficient_credits" && <HowToGetCredits {...failure} email={email} />}
      {failure.code === "internal" && (
        <p className="text-mute text-sm">
          To report it, quote <span className="font-mono">{failure.requestId}</span>.
        </p>
      )}
    </Notice>
  );
}

function titleOf({ code, message, fields, ...numbers }: FormFailure): string {
  if (code === "insufficient_credits" && numbers.required !== undefined) {
    return `Not sent: your balance is ${countWords(numbers.available ?? 0, "credit")}, this needs ${numbers.required}.`;
  }
  if (code === "rate_limited") {
    const seconds = Math.ceil((numbers.retryAfterMs ?? 1000) / 1000);
    return `Not sent: too many messages at once. Try again in ${seconds} s.`;
  }
  if (code === "invalid_request") return `Not sent: ${wrongFields(fields ?? {})}`;
  return `Not sent: ${message}`;
}

const labels: Record<string, string> = {
  from: "From",
  to: "To",
  body: "Text",
  scheduled_at: "When",
};

/** Names the fields that say the rest themselves; a field this form does not have is said in full. */
function wrongFields(fields: Record<string, string[]>): string {
  const names = Object.keys(fields);
  const hidden = names.filter((name) => !(name in labels)).flatMap((name) => fields[name] ?? []);
  const shown = names.flatMap((name) => labels[name] ?? []);
  const look = shown.length > 0 ? [`look at ${shown.join(", ")}.`] : [];
  return [...look, ...hidden].join(" ");
}

function HowToGetCredits({
  email,
  required = 1,
  available = 0,
}: { email: string } & Partial<FormFailure>) {
  const amount = Math.max(100, required - available);
  return (
    <>
      <p>
        Ask whoever runs this installation for credits. They are granted there with one command:
      </p>
      <CodeBlock
        label="command"
        code={`npm run cli -- credits grant --email ${email} --amount ${amount} --note "Top-up"`}
      />
      <p>What you typed stays here; send it again once they are there.</p>
    </>
  );
}
