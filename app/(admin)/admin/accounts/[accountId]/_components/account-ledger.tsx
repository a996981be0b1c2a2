import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { SectionHeading } from "@/components/ui/heading";
import { ExactTime } from "@/components/ui/time";
import type { CreditMovement } from "@/lib/credits/list-movements";
import { creditsWords } from "../../../../../(dashboard)/credits/words";
import { accountWords } from "../words";

/** The account's last ledger transactions, with the balance after each. */
export async function AccountLedger({ movements }: { movements: CreditMovement[] }) {
  const [{ ledger }, words] = await Promise.all([wordsOf(accountWords), wordsOf(creditsWords)]);
  return (
    <section>
      <SectionHeading title={ledger.title} lead={ledger.lead} />
      {movements.length === 0 && <p className="text-mute">{ledger.none}</p>}
      <ul className="border-line border-b text-sm">
        {movements.map((movement) => (
          <li
            key={movement.id}
            className="grid grid-cols-[minmax(0,1fr)_auto_5rem] items-baseline gap-x-4 border-line border-t py-2 first:border-t-0"
          >
            <span className="wrap-anywhere min-w-0">
              {words.kinds[movement.kind]}
              {movement.note && (
                <span className="text-mute">
                  {": "}
                  <OutsideText text={words.note(movement.note)} />
                </span>
              )}
              <span className="block text-mute text-xs">
                <ExactTime at={movement.at.toISOString()} />
              </span>
            </span>
            <span className="font-mono tabular-nums">
              {movement.amount < 0 ? "−" : "+"}
              {words.number(Math.abs(movement.amount))}
            </span>
            <span className="text-right font-medium font-mono tabular-nums">
              {words.number(movement.balance)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
