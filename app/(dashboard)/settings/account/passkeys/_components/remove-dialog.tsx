"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PasswordField } from "@/components/ui/password-field";
import { isolatedText } from "@/components/visible-text";
import type { FormFailure } from "@/lib/actions/form-failure";
import type { PasskeyView } from "@/lib/passkeys/contract";
import { accountWords } from "../../words";
import { passkeyWords } from "../words";

interface RemoveDialogProps {
  /** The passkey in question; none, and the dialog is closed. */
  passkey: PasskeyView | null;
  email: string;
  remove: (form: FormData) => void;
  /** Why the last try did not work. */
  failure: FormFailure | null;
  isPending: boolean;
  onClose: () => void;
}

/** Asks for the password before a passkey is removed, and says what that leaves. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { passkey, email, remove, failure, isPending, onClose } = props;
  const { passkeyId = "", name = "" } = passkey ?? {};
  const { removing: words } = useWords(passkeyWords);
  const { yourPassword } = useWords(accountWords);
  const isAboutThis = failure?.values["passkey_id"] === passkeyId;
  return (
    <Dialog isOpen={passkey !== null} title={words.title(isolatedText(name))} onClose={onClose}>
      <p className="mb-5 max-w-[68ch]">{words.effect}</p>
      <ActionForm action={remove} failure={isAboutThis ? failure : null}>
        <input type="hidden" name="passkey_id" value={passkeyId} />
        {/* Tells password managers whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={yourPassword}
          name="password"
          autoComplete="current-password"
          error={isAboutThis ? failure?.fields?.["password"] : undefined}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.keep}</Button>
          <Button type="submit" variant="danger" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </Dialog>
  );
}
