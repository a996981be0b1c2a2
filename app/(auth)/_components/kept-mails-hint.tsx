import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { authWords } from "../words";
import { canReadKeptMails } from "./can-read-kept-mails";

/** Without a mail server: where the mails are. Only told to who may read them. */
export async function KeptMailsHint() {
  if (!(await canReadKeptMails())) return null;
  const { hint, read } = (await wordsOf(authWords)).mails;
  return (
    <p className="mt-8 border-line border-t pt-3 text-mute text-sm">
      {hint}{" "}
      <Link href="/mail" className="link">
        {read}
      </Link>
      .
    </p>
  );
}
