import type { Metadata } from "next";
import { CodeBlock } from "@/components/ui/code-block";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { requireSession } from "@/lib/accounts/session";
import { getBalance } from "@/lib/credits/get-balance";
import { listMovements } from "@/lib/credits/list-movements";
import { MovementTable } from "./_components/movement-table";

export const metadata: Metadata = { title: "Credits" };

const shown = 50;

/** What is left, how to get more, and where the credits went. */
export default async function CreditsPage() {
  const { accountId, email } = await requireSession("/credits");
  const [balance, movements] = await Promise.all([
    getBalance(accountId),
    listMovements(accountId, shown),
  ]);
  return (
    <>
      <PageHeading
        title="Credits"
        lead={`${balance.toLocaleString("en")} left. One credit pays for one segment.`}
      />
      <div className="grid grid-cols-1 gap-8">
        <section>
          <SectionHeading
            title="Top up"
            lead="The administrator of this installation gives credits, on the machine it runs on:"
          />
          <CodeBlock
            label="Command for the administrator"
            code={`npm run cli -- credits grant --email ${email} --amount 1000 --note "Top-up"`}
          />
        </section>
        <section>
          <SectionHeading
            title="Movements"
            lead={`The newest ${shown}. Messages accepted at the same moment are one charge.`}
          />
          <MovementTable movements={movements} />
        </section>
      </div>
    </>
  );
}
