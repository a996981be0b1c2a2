import clsx from "clsx";
import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { ExactTime } from "@/components/ui/time";
import { publicId } from "@/lib/core/ids";
import type { CreditMovement } from "@/lib/credits/list-movements";
import type { PaidMessages } from "@/lib/message-log/list-paid-messages";
import type { Value } from "@/lib/payments/value-movements";
import { creditsWords } from "../words";

interface MovementTableProps {
  movements: CreditMovement[];
  paid: Map<string, PaidMessages>;
  /** What they are worth, by their IDs. */
  values: Map<string, Value>;
}

const heads = "max-sm:sr-only";
const number = "whitespace-nowrap text-right font-mono tabular-nums";

/** The account's ledger as the customer sees it: type, reference, value, credits, and the balance after it. */
export async function MovementTable({ movements, paid, values }: MovementTableProps) {
  const words = await wordsOf(creditsWords);
  const worth = ({ id }: CreditMovement) => {
    const { micros, currency } = values.get(id) ?? { micros: 0, currency: "" };
    return currency && words.money(Math.abs(micros), currency);
  };
  return (
    <table className="w-full border-line border-b text-sm max-sm:block">
      <caption className="sr-only">{words.caption}</caption>
      <thead className={heads}>
        <tr className="text-left text-mute [&>th]:pb-2 [&>th]:font-medium">
          <th scope="col">{words.time}</th>
          <th scope="col" className="pl-4">
            {words.kind}
          </th>
          <th scope="col" className="pl-4">
            {words.reference}
          </th>
          <th scope="col" className="pl-4 text-right">
            {words.value}
          </th>
          <th scope="col" className="pl-4 text-right">
            {words.change}
          </th>
          <th scope="col" className="pl-4 text-right">
            {words.after}
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {movements.map((movement) => (
          <tr
            key={movement.id}
            className="h-9 border-line border-t max-sm:grid max-sm:h-auto max-sm:grid-cols-[minmax(0,1fr)_auto_4.5rem] max-sm:gap-x-3 max-sm:py-2"
          >
            <td className="whitespace-nowrap text-mute max-sm:col-span-3 max-sm:row-start-2 max-sm:text-xs">
              <ExactTime at={movement.at.toISOString()} />
            </td>
            <td className="whitespace-nowrap sm:pl-4">{words.kinds[movement.kind]}</td>
            <td className="wrap-anywhere text-mute max-sm:col-span-3 max-sm:row-start-3 sm:pl-4">
              <Reference movement={movement} messages={paid.get(movement.id)} />
            </td>
            <td
              className={clsx(
                number,
                "text-mute max-sm:col-span-3 max-sm:row-start-4 max-sm:text-left max-sm:text-xs sm:pl-4",
              )}
            >
              {worth(movement)}
            </td>
            <td className={clsx(number, "sm:pl-4")}>
              {movement.amount < 0 ? "−" : "+"}
              {words.number(Math.abs(movement.amount))}
            </td>
            <td className={clsx(number, "font-medium sm:pl-4")}>
              {words.number(movement.balance)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ReferenceProps {
  movement: CreditMovement;
  messages: PaidMessages | undefined;
}

async function Reference({ movement, messages }: ReferenceProps) {
  const words = await wordsOf(creditsWords);
  if (movement.kind === "topup") {
    return (
      <Link
        href={`/credits/payments/${publicId("pay", movement.id)}`}
        prefetch={false}
        className="link"
      >
        {words.payment}
      </Link>
    );
  }
  const { messageIds = [], count = 0 } = messages ?? {};
  return (
    <span className="flex flex-wrap gap-x-3">
      {movement.note && <OutsideText text={words.note(movement.note)} />}
      {messageIds.map((id) => (
        <Link
          key={id}
          href={`/messages/${id}`}
          prefetch={false}
          title={id}
          className="link font-mono"
        >
          …{id.slice(-6)}
        </Link>
      ))}
      {count > messageIds.length && <span>{words.more(count - messageIds.length)}</span>}
    </span>
  );
}
