import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import type { ContactView } from "@/lib/contacts/contract";
import type { GroupView } from "@/lib/contacts/group-contract";
import { contactWords } from "../words";

interface ContactTableProps {
  contacts: ContactView[];
  groups: GroupView[];
}

/** Contacts with their fields and groups; each leads to its page. */
export async function ContactTable({ contacts, groups }: ContactTableProps) {
  const words = await wordsOf(contactWords);
  const names = new Map(groups.map(({ group_id, name }) => [group_id, name]));
  return (
    <ul aria-label={words.caption} className="border-line border-b text-sm">
      {contacts.map(({ contact_id, number, fields, groups: ids }) => (
        <li
          key={contact_id}
          className="grid grid-cols-1 items-baseline gap-x-4 gap-y-0.5 border-line border-t py-2 sm:grid-cols-[9rem_minmax(0,2fr)_minmax(0,1fr)]"
        >
          <Link
            href={`/contacts/${contact_id}`}
            className="link font-mono tabular-nums max-sm:flex max-sm:min-h-11 max-sm:items-center"
          >
            {number}
          </Link>
          <span className="wrap-anywhere">
            {Object.entries(fields).map(([name, value], place) => (
              <span key={name}>
                {place > 0 && " · "}
                <span className="text-mute">{name}</span> <OutsideText text={value} />
              </span>
            ))}
          </span>
          <span className="wrap-anywhere text-mute">
            <OutsideText text={ids.map((id) => names.get(id) ?? "").join(", ")} />
          </span>
        </li>
      ))}
    </ul>
  );
}
