import type { Metadata } from "next";
import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { Changeable } from "@/components/permitted";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { getRetention } from "@/lib/retention/get-retention";
import { requireActor } from "@/lib/sign-in/session";
import { KeptFacts } from "./_components/kept-facts";
import { RetentionForm } from "./_components/retention-form";
import { dayWords, privacyWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(privacyWords)).title };
}

/** How long things are kept: what holds, the account's choice, the installation's, and what nobody chooses. */
export default async function PrivacyPage() {
  const actor = await requireActor("/settings/privacy");
  const words = privacyWords[actor.language];
  const { limits, chosen, days } = await getRetention({ actor });
  const held =
    days.texts === null
      ? words.held.textsForEver
      : words.held.texts(dayWords(actor.language, days.texts));
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="grid grid-cols-1 gap-10">
        <p className="max-w-[68ch] border-petrol border-l-2 pl-4">
          <strong className="block font-semibold text-md">{held}</strong>
          <span className="text-mute">{words.held.more}</span>
        </p>
        <section>
          <SectionHeading title={words.account.title} lead={words.account.lead} />
          <Changeable permission="manage_account">
            <RetentionForm of="account" chosen={chosen} limits={limits} />
          </Changeable>
        </section>
        {actor.isAdmin && (
          <section>
            <SectionHeading title={words.installation.title} lead={words.installation.lead} />
            <RetentionForm of="installation" chosen={limits} limits={limits} />
          </section>
        )}
        <section>
          <SectionHeading title={words.single.title} />
          <p className="max-w-[68ch] text-mute">
            {words.single.before} <code className="font-mono text-ink">store_body: false</code>{" "}
            {words.single.between}{" "}
            <Link href="/send" className="link">
              {words.single.send}
            </Link>
            . {words.single.after}
          </p>
        </section>
        <section>
          <SectionHeading title={words.rest.title} />
          <KeptFacts />
        </section>
      </div>
    </>
  );
}
