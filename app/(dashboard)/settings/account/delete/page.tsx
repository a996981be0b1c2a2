import type { Metadata } from "next";
import Link from "next/link";
import { PageHeading } from "@/components/ui/heading";
import { requireSession } from "@/lib/accounts/session";
import { DeleteForm } from "./_components/delete-form";

export const metadata: Metadata = { title: "Delete the account" };

const consequences = [
  [
    "At once",
    "Tokens are refused, webhook endpoints are switched off, every browser is signed out. Messages that wait are cancelled, with their credits back; those under way go on.",
  ],
  ["For seven days", "Signing in takes it back: tokens and endpoints work again."],
  [
    "Then",
    "You, the tokens, the endpoints and what they were sent are erased; messages lose their numbers, senders and texts. This cannot be undone.",
  ],
  [
    "What is kept",
    "The ledger: how many credits moved and when, with the notes of the administrator. Nothing in it names you. Credits that are left are lost.",
  ],
] as const;

/** What deleting means, before it is done. */
export default async function DeleteAccountPage() {
  const { email } = await requireSession("/settings/account/delete");
  return (
    <>
      <p className="mb-2 text-mute">
        <Link href="/settings/account" className="link">
          Account
        </Link>
      </p>
      <PageHeading
        title="Delete the account"
        lead={<span className="wrap-anywhere">The account of {email}.</span>}
      />
      <dl className="mb-8 max-w-[48rem] border-line border-t">
        {consequences.map(([when, what]) => (
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
