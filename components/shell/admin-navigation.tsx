"use client";

import clsx from "clsx";
import {
  Building2,
  History,
  IdCard,
  Inbox,
  MessageSquareText,
  RadioTower,
  ReceiptText,
  Server,
  UserPlus,
  Webhook,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLanguage, useWords } from "../language/use-words";
import { adminPlaces, isAtAdminPlace } from "./admin-places";
import { adminWords } from "./admin-words";

const icons = {
  overview: Inbox,
  accounts: Building2,
  signUps: UserPlus,
  senders: IdCard,
  carriers: RadioTower,
  messages: MessageSquareText,
  deliveries: Webhook,
  receipts: ReceiptText,
  activity: History,
  system: Server,
};

/** The places of the administration: a column on the left, a row to scroll sideways on phones. */
export function AdminNavigation() {
  const words = useWords(adminWords);
  const language = useLanguage();
  const pathname = usePathname();
  return (
    <nav
      aria-label={words.main}
      className="max-sm:-mx-4 max-sm:overflow-x-auto max-sm:border-line max-sm:border-b max-sm:px-4 sm:w-40 sm:shrink-0 sm:py-6"
    >
      <ul className="max-sm:flex max-sm:gap-5 sm:sticky sm:top-28 sm:grid sm:gap-0.5">
        {adminPlaces.map(({ href, key, names }) => {
          const Icon = icons[key];
          const isHere = isAtAdminPlace(pathname, href);
          return (
            <li
              key={href}
              ref={(item) => {
                // On a phone the row starts with the place that is open; a column has nothing to scroll.
                if (isHere && item) item.closest("nav")?.scrollTo({ left: item.offsetLeft - 16 });
              }}
            >
              <Link
                href={href}
                prefetch={false}
                aria-current={pathname === href ? "page" : isHere}
                className={clsx(
                  "flex items-center gap-2.5 border-transparent max-sm:h-11 max-sm:whitespace-nowrap max-sm:border-b-2 sm:h-8 sm:border-l-2 sm:pl-3",
                  isHere ? "border-petrol! font-semibold text-ink" : "text-mute hover:text-ink",
                )}
              >
                <Icon className="size-4 max-sm:hidden" aria-hidden="true" />
                {names[language]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
