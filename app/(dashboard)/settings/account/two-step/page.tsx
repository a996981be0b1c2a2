import type { Metadata } from "next";
import Link from "next/link";
import { encode } from "uqr";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { requireActor } from "@/lib/sign-in/session";
import { getTotp } from "@/lib/two-step/get-totp";
import { accountWords } from "../words";
import { TwoStep } from "./_components/two-step";
import { twoStepWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(twoStepWords)).title };
}

/** Turns two-step sign-in on and off, and renews the recovery codes. */
export default async function TwoStepPage() {
  const actor = await requireActor("/settings/account/two-step");
  const totp = await getTotp({ actor });
  const [words, account] = await Promise.all([wordsOf(twoStepWords), wordsOf(accountWords)]);
  return (
    <>
      <p className="mb-2 text-mute">
        <Link href="/settings/account" className="link">
          {account.title}
        </Link>
      </p>
      <PageHeading title={words.title} lead={words.leads[totp.kind]} />
      <TwoStep totp={totp} squares={totp.kind === "pending" ? encode(totp.address).data : []} />
    </>
  );
}
