import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import { type KeptMail, listKeptMails } from "@/lib/mail/list-kept-mails";
import { canReadKeptMails } from "../_components/can-read-kept-mails";

export const metadata: Metadata = { title: "Mails kept here", robots: { index: false } };

const shown = 50;

/** The mails that no mail server took, for someone on this machine; for everyone else there is no such page. */
export default async function KeptMailsPage() {
  if (!(await canReadKeptMails())) notFound();
  const mails = await listKeptMails(shown);
  return (
    <>
      <PageHeading
        title="Mails kept here"
        lead={
          <>
            Set <code className="font-mono text-sm">SMTP_URL</code> and{" "}
            <code className="font-mono text-sm">MAIL_FROM</code>, and mails leave instead; this page
            is gone then. Only this machine can read it.
          </>
        }
      />
      {mails.length === 0 && <p className="text-mute">No mail yet. Reload once one was sent.</p>}
      <ul className="border-line border-t">
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} />
        ))}
      </ul>
    </>
  );
}

function MailRow({ mail: { subject, to, sentAt, paragraphs, link } }: { mail: KeptMail }) {
  const [first, ...others] = paragraphs;
  return (
    <li className="wrap-anywhere space-y-2 border-line border-b py-4">
      <h2 className="font-semibold text-md">{subject}</h2>
      <p className="text-mute text-sm">
        To <span className="font-mono">{to}</span>, <ExactTime at={sentAt} />
      </p>
      <p>{first}</p>
      {link && (
        <p>
          <a href={link.url} className="link">
            {link.words}
          </a>
        </p>
      )}
      {others.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </li>
  );
}
