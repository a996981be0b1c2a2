import type { Metadata } from "next";
import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { listPasskeys } from "@/lib/passkeys/list-passkeys";
import { relyingParty } from "@/lib/passkeys/relying-party";
import { browserWords } from "@/lib/sessions/browser-words";
import { requireActor } from "@/lib/sign-in/session";
import { getTotp } from "@/lib/two-step/get-totp";
import { accountWords } from "../words";
import { AddPasskey } from "./_components/add-passkey";
import { PasskeyList } from "./_components/passkey-list";
import { passkeyWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(passkeyWords)).title };
}

/** Adds and removes the passkeys of the person. */
export default async function PasskeysPage() {
  const actor = await requireActor("/settings/account/passkeys");
  const [passkeys, totp] = await Promise.all([listPasskeys({ actor }), getTotp({ actor })]);
  const [words, account] = await Promise.all([wordsOf(passkeyWords), wordsOf(accountWords)]);
  return (
    <>
      <p className="mb-2 text-mute">
        <Link href="/settings/account" className="link">
          {account.title}
        </Link>
      </p>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="grid grid-cols-1 gap-10">
        <PasskeyList passkeys={passkeys} email={actor.email} />
        <AddPasskey
          suggestion={browserWords(actor.userAgent, actor.language)}
          asksCode={totp.kind === "on"}
          origin={relyingParty()?.origin ?? null}
          email={actor.email}
        />
      </div>
    </>
  );
}
