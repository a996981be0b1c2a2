"use client";

import clsx from "clsx";
import {
  ChartColumn,
  Coins,
  Flag,
  ListOrdered,
  Megaphone,
  PenLine,
  Settings,
  Shield,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLanguage, useWords } from "../language/use-words";
import { useMay } from "../permitted";
import { contactPlaces } from "./contact-places";
import { mayOpen } from "./may-open";
import { settingsPlaces } from "./settings-places";
import { shellWords } from "./words";

const places = [
  { under: "/start", name: "start", icon: Flag },
  { under: "/overview", name: "overview", icon: ChartColumn },
  { under: "/send", name: "send", icon: PenLine },
  { under: "/campaigns", name: "campaigns", icon: Megaphone },
  { under: "/messages", name: "messages", icon: ListOrdered },
  { under: "/contacts", name: "contacts", icon: Users },
  { under: "/credits", name: "credits", icon: Coins },
  { under: "/settings", name: "settings", icon: Settings },
  { under: "/admin", name: "admin", icon: Shield },
] as const;

const inMenu: ReadonlySet<string> = new Set(["start", "contacts", "admin"]);

interface NavigationProps {
  /** The account is being led through its first steps. */
  isStarting: boolean;
  isAdmin: boolean;
}

/** The places of the product: a column on the left, a bar at the bottom on phones. */
export function Navigation({ isStarting, isAdmin }: NavigationProps) {
  const words = useWords(shellWords);
  const pathname = usePathname();
  const may = useMay();
  const [firstSetting] = settingsPlaces(may);
  const shown = places.filter(
    ({ name, under }) =>
      (name !== "start" || isStarting) && (name !== "admin" || isAdmin) && mayOpen(under, may),
  );
  return (
    <nav
      aria-label={words.main}
      className="max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-20 max-sm:border-line max-sm:border-t max-sm:bg-paper max-sm:pb-[env(safe-area-inset-bottom)] sm:w-40 sm:shrink-0 sm:py-6"
    >
      <ul className="grid max-sm:auto-cols-[minmax(max-content,1fr)] max-sm:grid-flow-col max-sm:overflow-x-auto sm:sticky sm:top-20 sm:gap-0.5">
        {shown.map(({ name, icon: Icon, under }) => {
          const href = name === "settings" && firstSetting ? firstSetting.href : under;
          const isHere = isUnder(pathname, under);
          return (
            // A phone's bar has room for six: the overview leads to the guide there, and the menu to the others.
            <li key={under} className={inMenu.has(name) ? "max-sm:hidden" : undefined}>
              <Link
                href={href}
                aria-current={pathname === href ? "page" : isHere}
                className={clsx(
                  "flex items-center gap-2.5 border-transparent max-sm:h-14 max-sm:flex-col max-sm:justify-center max-sm:gap-1 max-sm:border-t-2 max-sm:text-[0.6875rem] max-sm:leading-4 max-[22rem]:tracking-tight sm:h-8 sm:border-l-2 sm:pl-3",
                  isHere ? "border-ink! font-semibold text-ink" : "text-mute hover:text-ink",
                )}
              >
                <Icon className="size-4 max-sm:size-5" aria-hidden="true" />
                {words.places[name]}
              </Link>
              {under === "/contacts" && isHere && <ContactPlaces pathname={pathname} />}
              {under === "/settings" && isHere && <SettingsPlaces pathname={pathname} />}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Templates stand below contacts: both are what is sent from. */
function isUnder(pathname: string, place: string): boolean {
  const isTemplates = place === "/contacts" && pathname.startsWith("/templates");
  return isTemplates || pathname === place || pathname.startsWith(`${place}/`);
}

function ContactPlaces({ pathname }: { pathname: string }) {
  const language = useLanguage();
  return (
    <ul className="max-sm:hidden">
      {contactPlaces.slice(1).map(({ href, names, isHere }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={pathname === href ? "page" : undefined}
            className={clsx(
              "flex h-7 items-center pl-10",
              isHere(pathname) ? "text-ink" : "text-mute hover:text-ink",
            )}
          >
            {names[language]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function SettingsPlaces({ pathname }: { pathname: string }) {
  const language = useLanguage();
  return (
    <ul className="max-sm:hidden">
      {settingsPlaces(useMay()).map(({ href, names }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={pathname === href ? "page" : undefined}
            className={clsx(
              "flex h-7 items-center pl-10",
              pathname.startsWith(href) ? "text-ink" : "text-mute hover:text-ink",
            )}
          >
            {names[language]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
