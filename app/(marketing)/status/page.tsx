import type { Metadata } from "next";
import { KeepFresh } from "@/app/(admin)/admin/keep-fresh";
import { wordsOf } from "@/components/language/current-language";
import { PublicHeader } from "@/components/shell/public-header";
import { SkipLink } from "@/components/shell/skip-link";
import { PageHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import { checkHealth } from "@/lib/api/check-health";
import { within } from "@/lib/core/within";
import { actorOf, currentSession } from "@/lib/sign-in/session";
import { ForAdministrators } from "./_components/for-administrators";
import { PartList } from "./_components/part-list";
import { publicParts, verdictOf } from "./parts";
import { statusPageWords } from "./words";

/** Whoever asks wants to know how the database does, not to wait for it. */
const sessionMs = 2000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(statusPageWords)).title, robots: { index: false } };
}

/** How the installation does, for everybody; it answers while the database is away. */
export default async function StatusPage() {
  const [words, health, visitor] = await Promise.all([
    wordsOf(statusPageWords),
    checkHealth(),
    readVisitor(),
  ]);
  const { heading, lead } = words.verdicts[verdictOf(health)];
  const isAnswering = health.parts.database === "ok" && health.parts.migrations === "ok";
  return (
    <>
      <KeepFresh />
      <SkipLink />
      <PublicHeader isSignedIn={visitor !== null} />
      <main id="content" className="mx-auto max-w-[52rem] px-4 py-10 sm:px-6">
        <PageHeading title={heading} lead={lead} />
        <PartList names={publicParts} parts={health.parts} words={words} />
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-mute">
          <span>
            {words.checked} <ExactTime at={new Date().toISOString()} />
          </span>
          <span>
            {words.forPrograms}{" "}
            <a href="/api/health" className="link font-mono">
              /api/health
            </a>
          </span>
        </p>
        {visitor?.isAdmin && isAnswering && <ForAdministrators health={health} words={words} />}
      </main>
    </>
  );
}

/** Who is signed in; nobody while the database can't say it. */
async function readVisitor() {
  const reading = currentSession().then((session) => session && actorOf(session));
  return within(reading, sessionMs, () => new Error("no response in time")).catch(() => null);
}
