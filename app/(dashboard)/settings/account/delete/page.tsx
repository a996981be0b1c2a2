import type { Metadata } from "next";
import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { PageHeading } from "@/components/ui/heading";
import { may } from "@/lib/core/permissions";
import { requireSession } from "@/lib/sign-in/session";
import { accountWords } from "../words";
import { DeleteForm } from "./_components/delete-form";
import { deleteWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(deleteWords)).title };
}

/** What deleting means, before it is done. */
export default async function DeleteAccountPage() {
  const { email, role } = await requireSession("/settings/account/delete");
  if (!may(role, "manage_account")) return <NotForRole role={role} permission="manage_account" />;
  const [words, account] = await Promise.all([wordsOf(deleteWords), wordsOf(accountWords)]);
  return (
    <>
      <p className="mb-2 text-mute">
        <Link href="/settings/account" className="link">
          {account.title}
        </Link>
      </p>
      <PageHeading
        title={words.title}
        lead={<span className="wrap-anywhere">{words.lead(email)}</span>}
      />
      <dl className="mb-8 max-w-[48rem] border-line border-t">
        {words.consequences.map(([when, what]) => (
          <div
            key={when}
            className="grid gap-x-6 gap-y-1 border-line border-b py-3 sm:grid-cols-[8rem_1fr]"
          >
            <dt className="font-medium">{when}</dt>
            <dd className="max-w-[68ch] text-mute">{what}</dd>
          </div>
        ))}
      </dl>
      <DeleteForm email={email} />
    </>
  );
}
