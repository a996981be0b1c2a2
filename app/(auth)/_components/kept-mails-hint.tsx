import Link from "next/link";
import { canReadKeptMails } from "./can-read-kept-mails";

/** Without a mail server: where the mails are. Only told to who may read them. */
export async function KeptMailsHint() {
  if (!(await canReadKeptMails())) return null;
  return (
    <p className="mt-8 border-line border-t pt-3 text-mute text-sm">
      This installation has no mail server yet. Its mails are kept on this machine:{" "}
      <Link href="/mail" className="link">
        read them
      </Link>
      .
    </p>
  );
}
