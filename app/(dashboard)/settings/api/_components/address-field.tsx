import { useWords } from "@/components/language/use-words";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormFailure } from "@/lib/actions/form-failure";
import { tokenWords } from "../words";

/** Whence a token may be used. Few need it, so it waits under "More" until it is filled in or wrong. */
export function AddressField({ failure, most }: { failure: FormFailure | null; most: number }) {
  const words = useWords(tokenWords).form;
  const typed = failure?.values["cidrs"];
  return (
    <details open={Boolean(typed)}>
      <summary className="w-fit font-medium max-sm:py-3">{words.more}</summary>
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
