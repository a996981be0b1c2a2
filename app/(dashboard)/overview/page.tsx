import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { SayZone } from "@/components/shell/say-zone";
import { Choice } from "@/components/ui/choice";
import { PageHeading } from "@/components/ui/heading";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";
import { ranges } from "@/lib/traffic/contract";
import { readDays } from "@/lib/traffic/read-days";
import { readerZone } from "../reader-zone";
import { Concerns } from "./_components/concerns";
import { FreshFigures } from "./_components/fresh-figures";
import { LatestMessages } from "./_components/latest-messages";
import { NothingYet } from "./_components/nothing-yet";
import { OutcomeChart } from "./_components/outcome-chart";
import { Tiles } from "./_components/tiles";
import { overviewPath, type Shown } from "./overview-path";
import { readOverview } from "./read-overview";
import { overviewWords } from "./words";

/** The title in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(overviewWords)).title };
}

interface OverviewProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Home: how sending goes, what needs a person, and the newest messages. */
export default async function OverviewPage({ searchParams }: OverviewProps) {
  const asked = await searchParams;
  const actor = await requireActor("/overview");
  // Whoever reads no messages begins with what is theirs.
  if (!may(actor.role, "read_messages")) redirect("/credits");
  const { zone, isChosen } = await readerZone(actor);
  const named = ranges.find((range) => range === asked["range"]);
  const shown: Shown = {
    range: readDays(asked["from"], asked["to"]) ?? named ?? "24h",
    test: asked["test"] === "true",
    isTable: asked["view"] === "table",
  };
  const [words, facts] = await Promise.all([
    wordsOf(overviewWords),
    readOverview({ actor, zone, ...shown }),
  ]);
  if (facts.latest.length === 0) return <NothingYet />;
  const modes = [false, true].map((test) => ({
    name: words.modes[test ? "test" : "live"],
    href: overviewPath({ ...shown, test }),
    isChosen: shown.test === test,
  }));
  return (
    <>
      <PageHeading title={words.title} actions={<Choice label={words.mode} options={modes} />} />
      <FreshFigures />
      {!isChosen && <SayZone taken={zone} />}
      <div className="grid grid-cols-1 gap-8">
        <Concerns facts={facts} test={shown.test} />
        <Tiles facts={facts} test={shown.test} />
        <OutcomeChart bars={facts.figures.bars} zone={facts.figures.zone} shown={shown} />
        <LatestMessages initial={facts.latest} isGuided={facts.isGuided} />
      </div>
    </>
  );
}
