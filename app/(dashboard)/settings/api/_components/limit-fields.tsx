import { useWords } from "@/components/language/use-words";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { FormFailure } from "@/lib/actions/form-failure";
import { tokenWords } from "../words";

/** What a token may spend and whence it may be used. Few need it, so it waits under "More" until it is filled in or wrong. */
export function LimitFields({ failure, most }: { failure: FormFailure | null; most: number }) {
  const words = useWords(tokenWords).form;
  const typed = failure?.values["cidrs"];
  const limit = failure?.values["daily_limit"];
  return (
    <details open={Boolean(typed || limit)}>
      <summary className="w-fit font-medium max-sm:py-3">{words.more}</summary>
      <TextField
        className="mt-3"
        label={words.dailyLimit}
        name="daily_limit"
        inputMode="numeric"
        autoComplete="off"
        isMono
        hint={words.dailyLimitHint}
        defaultValue={limit}
        error={failure?.fields?.["daily_limit"]}
      />
      <TextAreaField
        className="mt-3"
        label={words.addresses}
        name="cidrs"
        rows={3}
        isMono
        spellCheck={false}
        autoComplete="off"
        placeholder={"203.0.113.0/24\n2001:db8::/32"}
        hint={words.addressesHint(most)}
        defaultValue={typed}
        error={failure?.fields?.["cidrs"]}
      />
    </details>
  );
}
