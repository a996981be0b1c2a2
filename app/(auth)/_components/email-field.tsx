"use client";

import { useWords } from "@/components/language/use-words";
import { TextField } from "@/components/ui/text-field";
import type { FormFailure } from "@/lib/actions/form-failure";
import { authWords } from "../words";

/** The e-mail one signs in with; what was typed stays when the form is refused. */
export function EmailField({ failure }: { failure: FormFailure | null }) {
  const { email } = useWords(authWords);
  return (
    <TextField
      label={email}
      name="email"
      type="email"
      autoComplete="username"
      required
      defaultValue={failure?.values["email"]}
      error={failure?.fields?.["email"]}
    />
  );
}
