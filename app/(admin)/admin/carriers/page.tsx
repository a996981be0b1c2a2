import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { maxUnknown } from "@/lib/administration/contract";
import { getCarriers } from "@/lib/administration/get-carriers";
import { listUnmatchedReceipts } from "@/lib/administration/list-unmatched-receipts";
import { publicId } from "@/lib/core/ids";
import { listUnknown } from "@/lib/messages/settle-unknown";
import { requireAdmin } from "../require-admin";
import { CarrierList } from "./_components/carrier-list";
import { FileProblems } from "./_components/file-problems";
import { KeepFresh } from "../keep-fresh";
import { RouteList } from "./_components/route-list";
import { SimulatorOnly } from "./_components/simulator-only";
import { UnknownMessages } from "./_components/unknown-messages";
import { UnmatchedReceipts } from "./_components/unmatched-receipts";
import { carriersWords } from "./words";

const maxReceipts = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(carriersWords)).title };
}

/** The carriers of the installation, for those who administer it; to everybody else there is no such page. */
export default async function CarriersPage() {
  const actor = await requireAdmin("/admin/carriers");
  const [report, unknown, receipts] = await Promise.all([
    getCarriers({ actor }),
    listUnknown({ actor, input: { limit: maxUnknown } }),
    listUnmatchedReceipts({ actor, input: { limit: maxReceipts } }),
  ]);
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
        <UnknownMessages
          count={unknown.count}
          messages={unknown.messages.map(({ id, accountId, createdAt, ...message }) => ({
            ...message,
            id: publicId("msg", id),
            account: publicId("acc", accountId),
            at: createdAt.toISOString(),
          }))}
        />
        <UnmatchedReceipts receipts={receipts} />
      </div>
    </>
  );
}
