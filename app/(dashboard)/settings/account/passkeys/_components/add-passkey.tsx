"use client";

import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { useCanUsePasskeys } from "@/components/use-can-use-passkeys";
import { isolatedText } from "@/components/visible-text";
import { accountWords } from "../../words";
import { passkeyWords } from "../words";
import { useNewPasskey } from "./use-new-passkey";

interface AddPasskeyProps {
  /** A name for one of this browser. */
  suggestion: string;
  /** Two-step sign-in is on: a passkey replaces its code, too. */
  asksCode: boolean;
  /** Where passkeys work; null if nowhere. */
  origin: string | null;
  email: string;
}

/** Adds a passkey, or says why none can be added here. */
export function AddPasskey({ origin, ...form }: AddPasskeyProps) {
  const { add: words, cannot } = useWords(passkeyWords);
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      {origin === null ? (
        <Notice title={cannot.title}>{cannot.installation}</Notice>
      ) : (
        <IfUsable origin={origin}>
          <AddForm {...form} />
        </IfUsable>
      )}
    </section>
  );
}

function IfUsable({ origin, children }: { origin: string; children: ReactNode }) {
  const { cannot } = useWords(passkeyWords);
  const canUse = useCanUsePasskeys(origin);
  if (canUse) return children;
  // Kept in its place until the browser has said whether it has any.
  if (canUse === null) {
    return (
      <>
        <p className="noscript:block hidden">{cannot.script}</p>
        <div className="noscript:hidden invisible">{children}</div>
      </>
    );
  }
  const isElsewhere = location.origin !== origin;
  return (
    <Notice title={cannot.title}>{isElsewhere ? cannot.elsewhere(origin) : cannot.browser}</Notice>
  );
}

function AddForm({ suggestion, asksCode, email }: Omit<AddPasskeyProps, "origin">) {
  const { add: words } = useWords(passkeyWords);
  const { yourPassword, mailSaysSo, mailUnsent } = useWords(accountWords);
  const { add, isPending, outcome } = useNewPasskey();
  const failure = outcome.kind === "refused" ? outcome.failure : null;
  return (
    <div className="grid max-w-[26rem] gap-5">
      {outcome.kind === "added" && (
        <Notice tone="ok" role="status" title={words.done(isolatedText(outcome.name))}>
          {outcome.isMailSent ? mailSaysSo : mailUnsent}
        </Notice>
      )}
      {outcome.kind === "unmade" && (
        <Notice role="alert" title={outcome.isThere ? words.isThere : words.cancelled} />
      )}
      {/* A new key empties the fields once it is added. */}
      <ActionForm
        key={outcome.kind === "added" ? outcome.at : "first"}
        action={(form) => void add(form)}
        failure={failure}
        isKept
      >
        {/* Tells password managers whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={words.name}
          name="name"
          autoComplete="off"
          maxLength={60}
          required
          defaultValue={suggestion}
          hint={words.nameHint}
          error={failure?.fields?.["name"]}
        />
        <PasswordField
          label={yourPassword}
          name="password"
          autoComplete="current-password"
          error={failure?.fields?.["password"]}
        />
        {asksCode && <CodeField error={failure?.fields?.["code"]} hint={words.codeHint} />}
        <div>
          <Button type="submit" variant="primary" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}
