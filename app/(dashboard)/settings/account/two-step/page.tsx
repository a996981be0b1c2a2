import type { Metadata } from "next";
import Link from "next/link";
import { encode } from "uqr";
import { PageHeading } from "@/components/ui/heading";
import { getTotp, type TotpState } from "@/lib/accounts/get-totp";
import { requireSession } from "@/lib/accounts/session";
import { TwoStep } from "./_components/two-step";

export const metadata: Metadata = { title: "Two-step sign-in" };

/** Turns two-step sign-in on and off, and renews the recovery codes. */
export default async function TwoStepPage() {
  const { userId } = await requireSession("/settings/account/two-step");
  const totp = await getTotp(userId);
  return (
    <>
      <p className="mb-2 text-mute">
        <Link href="/settings/account" className="link">
          Account
        </Link>
      </p>
      <PageHeading title="Two-step sign-in" lead={leads[totp.kind]} />
      <TwoStep totp={totp} squares={totp.kind === "pending" ? encode(totp.address).data : []} />
    </>
  );
}

const leads: Record<TotpState["kind"], string> = {
  off: "Signing in then asks for a code of an authenticator app, such as Aegis, 1Password or Google Authenticator, after the password.",
  pending: "Nothing has changed yet: it is on once a first code is right.",
  on: "It is on: signing in asks for a code of your authenticator app after the password.",
};
