import { appUrl } from "../core/env";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";

/** An email that the backup by schedule failed, with the reason. */
export function failureLetter(failure: string): Words<MailContent> {
  const url = `${appUrl()}/docs/backup-and-upgrade`;
  return {
    en: {
      subject: "The backup failed",
      paragraphs: [
        `Depesza could not make its backup. ${failure}`,
        "The next attempt is in 15 minutes. Earlier backups are still there.",
      ],
      link: { words: "Read about backups", url },
    },
    pl: {
      subject: "Kopia zapasowa się nie udała",
      paragraphs: [
        `Depesza nie mogła zapisać kopii zapasowej. Powód: ${failure}`,
        "Ponawia próbę co 15 minut. Wcześniejsze kopie pozostają na miejscu.",
      ],
      link: { words: "Przeczytaj o kopiach zapasowych", url },
    },
  };
}
