import { Time } from "@/components/ui/time";
import type { CreditMovement } from "@/lib/credits/list-movements";

const kinds: Record<CreditMovement["kind"], string> = {
  grant: "Granted",
  charge: "Messages",
  refund: "Given back",
};

/** The account's ledger as the customer sees it: what came, what went, why. */
export function MovementTable({ movements }: { movements: CreditMovement[] }) {
  return (
    <table className="w-full table-fixed border-line border-b text-sm">
      <caption className="sr-only">Movements of credits, newest first</caption>
      <thead>
        <tr className="border-line border-b text-left text-mute">
          <th scope="col" className="w-20 pb-2 font-medium sm:w-28">
            Kind
          </th>
          <th scope="col" className="px-3 pb-2 font-medium">
            Note
          </th>
          <th scope="col" className="w-20 px-3 pb-2 text-right font-medium sm:w-24">
            Credits
          </th>
          <th scope="col" className="w-20 pb-2 text-right font-medium sm:w-36">
            Time
          </th>
        </tr>
      </thead>
      <tbody>
        {movements.map(({ id, kind, note, amount, at }) => (
          <tr key={id} className="h-9 border-line border-t first:border-t-0">
            <td>{kinds[kind]}</td>
            <td className="truncate px-3 text-mute">{note}</td>
            <td className="px-3 text-right font-mono tabular-nums">
              {amount > 0 ? `+${amount}` : `−${-amount}`}
            </td>
            <td className="text-right">
              <Time at={at.toISOString()} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
