"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { filteredHref, type LogSearch, readLogSearch } from "./log-search";

/** Sends a form of filters by the router, blanks left out. Without a script the browser sends it itself. */
export function useFilterForm(search: LogSearch) {
  const router = useRouter();
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const names = [...event.currentTarget.elements].flatMap((each) =>
      "name" in each && typeof each.name === "string" && each.name !== "" ? [each.name] : [],
    );
    const form = new FormData(event.currentTarget);
    const given: Record<string, string> = {};
    for (const name of names) given[name] = String(form.get(name) ?? "");
    const blank = Object.fromEntries(names.map((name) => [name, undefined]));
    router.push(filteredHref(search, { ...blank, ...readLogSearch(given) }));
  };
}
