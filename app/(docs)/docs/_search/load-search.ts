import type { Language } from "@/lib/language/language";
import { findPassages, type Passage } from "./find-passages";

/** Fetches the index, once, from this very server; what it returns searches without any network. */
export async function loadSearch(language: Language): Promise<(query: string) => Passage[]> {
  const response = await fetch(language === "pl" ? "/docs/search.pl.json" : "/docs/search.json");
  if (!response.ok) throw new Error(`The index could not be loaded: ${response.status}`);
  const index = (await response.json()) as Passage[];
  return (query) => findPassages(index, query);
}
