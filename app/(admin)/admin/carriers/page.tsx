import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { getCarriers } from "@/lib/administration/get-carriers";
import { KeepFresh } from "../keep-fresh";
import { requireAdmin } from "../require-admin";
import { CarrierList } from "./_components/carrier-list";
import { FileProblems } from "./_components/file-problems";
import { RouteList } from "./_components/route-list";
import { SimulatorOnly } from "./_components/simulator-only";
import { carriersWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(carriersWords)).title };
}

/** The carriers of the installation, for those who administer it; to everybody else there is no such page. */
export default async function CarriersPage() {
  const actor = await requireAdmin("/admin/carriers");
  const report = await getCarriers({ actor });
  const { title, lead } = await wordsOf(carriersWords);
  return (
    <>
      <KeepFresh />
      <PageHeading title={title} lead={lead} />
      <div className="grid grid-cols-1 gap-8">
        {report.problems.length > 0 && <FileProblems report={report} />}
        {report.isSimulatorOnly && <SimulatorOnly />}
        <CarrierList report={report} />
        <RouteList report={report} />
      </div>
    </>
  );
}
