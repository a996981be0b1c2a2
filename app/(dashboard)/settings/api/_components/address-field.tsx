import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormFailure } from "@/lib/actions/form-failure";

/** Whence a token may be used. Few need it, so it waits under "More" until it is filled in or wrong. */
export function AddressField({ failure, most }: { failure: FormFailure | null; most: number }) {
  const typed = failure?.values["cidrs"];
  return (
    <details open={Boolean(typed)}>
      <summary className="w-fit font-medium max-sm:py-3">More</summary>
      <TextAreaField
        className="mt-3"
        label="Only from these addresses"
        name="cidrs"
        rows={3}
        isMono
        spellCheck={false}
        autoComplete="off"
        placeholder={"203.0.113.0/24\n2001:db8::/32"}
        hint={`One a line, at most ${most}: addresses or CIDR ranges, IPv4 or IPv6. Empty means from anywhere. A range is kept without the bits it does not count: 203.0.113.77/24 becomes 203.0.113.0/24.`}
        defaultValue={typed}
        error={failure?.fields?.["cidrs"]}
      />
    </details>
  );
}
