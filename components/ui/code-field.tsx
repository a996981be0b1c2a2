"use client";

import { useWords } from "../language/use-words";
import { TextField } from "./text-field";
import { uiWords } from "./words";

interface CodeFieldProps {
  isRecovery?: boolean;
  error?: string | readonly string[] | undefined;
  hint?: string;
}

/** A code of an authenticator app, which phones and managers can fill in; or a recovery code. */
export function CodeField({ isRecovery = false, error, hint }: CodeFieldProps) {
  const words = useWords(uiWords);
  return (
    <TextField
      label={isRecovery ? words.recoveryCode : words.code}
      name="code"
      isMono
      required
      autoComplete={isRecovery ? "off" : "one-time-code"}
      inputMode={isRecovery ? "text" : "numeric"}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      placeholder={isRecovery ? "XXXX-XXXX-XXXX-XXXX" : "000000"}
      maxLength={40}
      error={error}
      hint={hint}
    />
  );
}
