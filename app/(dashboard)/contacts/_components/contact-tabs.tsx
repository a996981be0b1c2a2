"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLanguage, useWords } from "@/components/language/use-words";
import { contactPlaces } from "@/components/shell/contact-places";
import { contactWords } from "../words";

/** Contacts, groups, and templates, where the side column that lists them has no room. */
export function ContactTabs() {
  const { parts } = useWords(contactWords);
  const language = useLanguage();
  const pathname = usePathname();
  return (
    <nav
      aria-label={parts}
      className="-mt-2 mb-4 flex flex-wrap gap-x-5 border-line border-b sm:hidden"
    >
      {contactPlaces.map(({ href, names, isHere }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : isHere(pathname)}
          className={clsx(
            "-mb-px flex min-h-11 items-center border-b-2 text-md",
            isHere(pathname) ? "border-ink font-semibold" : "border-transparent text-mute",
          )}
        >
          {names[language]}
        </Link>
      ))}
    </nav>
  );
}
