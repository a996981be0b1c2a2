"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useWords } from "../language/use-words";
import { remember } from "../remember";
import { shellWords } from "./words";

type Theme = "light" | "dark" | "system";

const themes = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const;

/** One button that goes round system, light and dark, and keeps the choice in a cookie; as a row of a menu it says which. */
export function ThemeSwitch({ rowClass }: { rowClass?: string }) {
  const words = useWords(shellWords);
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => "system" as const);
  const position = themes.findIndex((each) => each.value === theme);
  const { value, icon: Icon } = themes[position] ?? themes[0];
  const next = themes[(position + 1) % themes.length] ?? themes[0];
  return (
    <button
      type="button"
      onClick={() => chooseTheme(next.value)}
      title={words.theme(words.themes[value])}
      aria-label={words.changeTheme(words.themes[value], words.themes[next.value])}
      className={
        rowClass ??
        "grid size-8 place-items-center rounded-control text-mute hover:text-ink max-sm:size-11"
      }
    >
      <Icon className="size-4" aria-hidden="true" />
      {rowClass && words.theme(words.themes[value])}
    </button>
  );
}

const watchers = new Set<() => void>();

function onThemeChange(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

function chooseTheme(theme: Theme): void {
  remember("theme", theme);
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  for (const watcher of watchers) watcher();
}
