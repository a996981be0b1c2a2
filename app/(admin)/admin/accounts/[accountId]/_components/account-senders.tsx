import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { SectionHeading } from "@/components/ui/heading";
import type { SenderName } from "@/lib/sender-names/list-sender-names";
import { NameDecision } from "../../../senders/_components/name-decision";
import { accountWords } from "../words";

interface AccountSendersProps {
  accountId: string;
  names: SenderName[];
}

/** The sender names of the account, each with what was decided and the other decision. */
export async function AccountSenders({ accountId, names }: AccountSendersProps) {
  const { senders: words } = await wordsOf(accountWords);
  return (
    <section>
      <SectionHeading title={words.title} />
      {names.length === 0 && <p className="text-mute">{words.none}</p>}
      <ul className="text-sm">
        {names.map(({ name, status, purpose, reason }) => (
          <li
            key={name}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-t py-2 first:border-t-0"
          >
            <span className="wrap-anywhere min-w-0">
              <OutsideText className="font-medium" text={name} />{" "}
              <span className="text-mute">{words.statuses[status]}</span>
              <span className="block text-mute">
                <OutsideText text={reason ?? purpose} />
              </span>
            </span>
            <NameDecision accountId={accountId} name={name} status={status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
