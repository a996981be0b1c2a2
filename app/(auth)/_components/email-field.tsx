"use client";

import { useWords } from "@/components/language/use-words";
import { TextField } from "@/components/ui/text-field";
import type { FormFailure } from "@/lib/actions/form-failure";
import { authWords } from "../words";

interface EmailFieldProps {
  failure: FormFailure | null;
  /** The form is what its page is for, and this its first field: typing can start at once. */
  isFocused?: boolean;
  /** The browser offers passkeys among what it fills in. */
  hasPasskeys?: boolean;
}

/** The email people sign in with; it keeps what was typed if the form is rejected. */
export function EmailField({ failure, isFocused, hasPasskeys = false }: EmailFieldProps) {
  const { email } = useWords(authWords);
  return (
    <TextField
      label={email}
      name="email"
      type="email"
      autoComplete={hasPasskeys ? "username webauthn" : "username"}
      required
      autoFocus={isFocused}
      defaultValue={failure?.values["email"]}
      error={failure?.fields?.["email"]}
    />
  );
}
