import { useSyncExternalStore } from "react";
import { remember } from "@/components/remember";
import { defaultLanguage, type LanguageId, languageOf } from "../_content/languages";

/** Where the choice is kept: a cookie and the browser's storage, and on `<html>` for the style sheet. */
const languageKey = "code-language";

/** The language the reader wants examples in, and the way to choose another for all of them. */
export function useLanguage(): LanguageId {
  return useSyncExternalStore(onLanguageChange, currentLanguage, () => defaultLanguage);
}

/** Shows all examples in this language, here and on every later visit. */
export function chooseLanguage(language: LanguageId): void {
  remember(languageKey, language);
  store(language);
  document.documentElement.dataset["codeLanguage"] = language;
  for (const watcher of watchers) watcher();
}

const watchers = new Set<() => void>();

function onLanguageChange(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function currentLanguage(): LanguageId {
  return languageOf(document.documentElement.dataset["codeLanguage"]);
}

/** Storage may be forbidden; the cookie is enough then. */
function store(language: LanguageId): void {
  try {
    localStorage.setItem(languageKey, language);
  } catch {}
}
