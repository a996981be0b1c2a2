"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useWords } from "@/components/language/use-words";
import { docsWords } from "../words";
import type { NavigationGroup } from "./navigation-groups";

/** The pages of the documentation: a column next to the text, collapsed above it on narrow screens. */
export function DocsNavigation({ groups }: { groups: NavigationGroup[] }) {
  const pathname = usePathname();
  const words = useWords(docsWords);
  const here = groups.flatMap(({ links }) => links).find(({ href }) => isWithin(href, pathname));
  return (
    <>
      {/* Made anew on each page, so that it is folded again after a choice. */}
      <details key={pathname} className="mt-4 border border-line bg-panel md:hidden">
        <summary className="flex min-h-11 items-center justify-between px-3 font-medium text-md">
          <span lang={here?.lang}>{here?.label ?? words.allPages}</span>
          <span className="text-mute text-sm">{words.allPages}</span>
        </summary>
        <nav aria-label={words.title} className="border-line border-t px-3 pb-3">
          <Groups groups={groups} pathname={pathname} />
        </nav>
      </details>
      <nav
        aria-label={words.title}
        className="sticky top-0 max-h-dvh overflow-y-auto py-8 pr-2 max-md:hidden"
      >
        <Groups groups={groups} pathname={pathname} />
      </nav>
    </>
  );
}

function Groups({ groups, pathname }: { groups: NavigationGroup[]; pathname: string }) {
  return groups.map(({ title, links }) => (
    <section key={title} className="mt-5 first:mt-0 max-md:first:mt-3">
      <p className="font-semibold">{title}</p>
      <ul className="mt-1">
        {links.map(({ href, label, lang, parts = [] }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              lang={lang}
              aria-current={currentWord(href, pathname)}
              className={clsx(
                "-ml-px flex min-h-8 items-center border-l-2 py-1 pl-3 max-md:min-h-11",
                isWithin(href, pathname)
                  ? "border-ink font-medium text-ink"
                  : "border-transparent text-mute hover:text-ink",
              )}
            >
              {label}
              {lang && <span className="ml-2 text-mute text-xs uppercase">{lang}</span>}
            </Link>
            {isWithin(href, pathname) && parts.length > 0 && <Parts href={href} names={parts} />}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function isWithin(href: string, pathname: string): boolean {
  return href === pathname || (href !== "/docs" && pathname.startsWith(`${href}/`));
}

function currentWord(href: string, pathname: string): "page" | "true" | undefined {
  if (href === pathname) return "page";
  return isWithin(href, pathname) ? "true" : undefined;
}

function Parts({ href, names }: { href: string; names: string[] }) {
  return (
    <ul lang="en" className="ml-3">
      {names.map((name) => (
        <li key={name}>
          <Link
            href={`${href}#${name.toLowerCase()}`}
            prefetch={false}
            className="flex min-h-7 items-center pl-3 text-mute hover:text-ink max-md:min-h-11"
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
