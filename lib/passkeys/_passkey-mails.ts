import { alarm } from "../accounts/account-mails";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";

/**
 * A passkey was added: it signs in without the password from now on. Only a password that is set by the link removes it, so
 * the mail says which.
 */
export function passkeyAdded(name: string): Words<MailContent> {
  return alarm({
    en: {
      subject: "A passkey was added",
      paragraphs: [
        `The passkey “${name}” was added to your Depesza account. It signs you in without your password and without a code.`,
        "If you didn't add it, set a new password with the link in this email. That removes all passkeys. Changing your password in the settings doesn't.",
      ],
    },
    pl: {
      subject: "Dodano klucz dostępu",
      paragraphs: [
        `Do konta w Depeszy dodano klucz dostępu „${name}”. Pozwala zalogować się bez hasła i bez kodu.`,
        "Jeśli to nie twoja zmiana, ustaw nowe hasło, korzystając z linku w tej wiadomości. Usunie to wszystkie klucze dostępu. Zmiana hasła w ustawieniach ich nie usuwa.",
      ],
    },
  });
}

/** A passkey was removed. */
export function passkeyRemoved(name: string): Words<MailContent> {
  return alarm({
    en: {
      subject: "A passkey was removed",
      paragraphs: [
        `The passkey “${name}” was removed from your Depesza account and no longer signs you in.`,
      ],
    },
    pl: {
      subject: "Usunięto klucz dostępu",
      paragraphs: [
        `Z konta w Depeszy usunięto klucz dostępu „${name}”. Nie pozwala się już zalogować.`,
      ],
    },
  });
}
