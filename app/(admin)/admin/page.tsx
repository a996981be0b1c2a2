import type { Metadata } from "next";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import type { Concern } from "@/lib/concerns/contract";
import { listConcerns } from "@/lib/concerns/list-concerns";
import { ConcernRow } from "./_components/concern-row";
import { KeepFresh } from "./keep-fresh";
import { requireAdmin } from "./require-admin";
import { adminOverviewWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(adminOverviewWords)).title };
}

/** Where the administration opens: what the installation does not settle by itself, the worst first. */
export default async function AdminPage() {
  const actor = await requireAdmin("/admin");
  const [{ concerns, isCut, figures }, words, language] = await Promise.all([
    listConcerns({ actor }),
    wordsOf(adminOverviewWords),
    currentLanguage(),
  ]);
  return (
    <>
      <KeepFresh />
      <PageHeading title={words.title} lead={words.lead} />
      {concerns.length === 0 && <p className="font-medium text-md">{words.calm}</p>}
      <ul className="border-line border-t">
        {concerns.map((concern) => (
          <ConcernRow key={keyOf(concern)} {...{ concern, language, words }} />
        ))}
      </ul>
      {isCut && <p className="mt-3 text-mute">{words.cut}</p>}
      <p className="mt-4 text-mute">{words.figures(figures)}</p>
    </>
  );
}

/** No two concerns of a list are about the same thing for the same reason. */
function keyOf({ kind, subject, subjectId, account, reason }: Concern): string {
  return [kind, subjectId ?? subject, account, reason].join(" ");
}
