import { appUrl } from "../core/env";
import type { Words } from "../language/language";
import type { MailContent } from "../mail/mail";

interface Failed {
  failure: string;
  /** The newest backup that there is. */
  last: { startedAt: Date; file: string } | null;
}

/** An email that the backup by schedule failed, with the reason and what there is instead. */
export function failureLetter({ failure, last }: Failed): Words<MailContent> {
  const url = `${appUrl()}/docs/backup-and-upgrade`;
  const at = last?.startedAt.toISOString().slice(0, 16).replace("T", " ");
  return {
    en: {
      subject: "The backup failed",
      paragraphs: [
        `Depesza could not make its backup. ${failure}`,
        last
          ? `The last backup that succeeded is ${last.file}, of ${at} UTC.`
          : "No backup has succeeded yet.",
        "Depesza retries every 15 minutes. You get this email once a day until a backup succeeds.",
      ],
      link: { words: "Read about backups", url },
    },
    pl: {
      subject: "Kopia zapasowa się nie udała",
      paragraphs: [
        `Depesza nie mogła wykonać kopii zapasowej. Powód: ${failure}`,
        last
          ? `Ostatnia udana kopia to ${last.file} z ${at} UTC.`
          : "Żadna kopia jeszcze się nie udała.",
        "Depesza ponawia próbę co 15 minut. Ten e-mail przychodzi raz dziennie, dopóki kopia się nie uda.",
      ],
      link: { words: "Przeczytaj o kopiach zapasowych", url },
    },
  };
}
