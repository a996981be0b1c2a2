import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { PageHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import { type KeptMail, listKeptMails } from "@/lib/mail/list-kept-mails";
import { canReadKeptMails } from "../_components/can-read-kept-mails";
import { authWords } from "../words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(authWords)).mails.title, robots: { index: false } };
}

const shown = 50;

/** The mails that no mail server took, for someone on this machine; for everyone else there is no such page. */
export default async function KeptMailsPage() {
  if (!(await canReadKeptMails())) notFound();
  const [mails, { mails: words }] = await Promise.all([listKeptMails(shown), wordsOf(authWords)]);
  return (
    <>
      <PageHeading
        title={words.title}
        lead={
          <>
            {words.set} <code className="font-mono text-sm">SMTP_URL</code> {words.and}{" "}
            <code className="font-mono text-sm">MAIL_FROM</code>
            {words.effect}
          </>
        }
      />
      {mails.length === 0 && <p className="text-mute">{words.none}</p>}
      <ul className="border-line border-t">
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} to={words.to} />
        ))}
      </ul>
    </>
  );
}

function MailRow({ mail, to }: { mail: KeptMail; to: string }) {
  const { subject, sentAt, paragraphs, link, language } = mail;
  const [first, ...others] = paragraphs;
  return (
    <li lang={language} className="wrap-anywhere space-y-2 border-line border-b py-4">
      <h2 className="font-semibold text-md">
        <OutsideText text={subject} />
      </h2>
      <p className="text-mute text-sm">
        {to} <span className="font-mono">{mail.to}</span>, <ExactTime at={sentAt} />
      </p>
      <p>
        <OutsideText text={first ?? ""} />
      </p>
      {link && (
        <p>
          <a href={link.url} className="link">
            {link.words}
          </a>
        </p>
      )}
      {others.map((paragraph) => (
        <p key={paragraph}>
          <OutsideText text={paragraph} />
        </p>
      ))}
    </li>
  );
}
