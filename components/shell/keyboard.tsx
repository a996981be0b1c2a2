"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../language/use-words";
import { useMay } from "../permitted";
import { Dialog } from "../ui/dialog";
import { CommandPalette } from "./command-palette";
import { KeySheet } from "./key-sheet";
import { keyboardWords } from "./keyboard-words";
import { mayOpen } from "./may-open";
import { settingsPlaces } from "./settings-places";
import { isSingleKey } from "./single-keys";

/** After `g`, the next key says where to. */
const places = new Map([
  ["m", "/messages"],
  ["c", "/send"],
  ["t", "/settings/api"],
  ["w", "/settings/webhooks"],
  ["b", "/credits"],
  ["d", "/docs"],
]);
/** How long a `g` waits for its second key. */
const timeoutMs = 1500;

type Sheet = "palette" | "keys" | null;

/** The keys that work on every signed-in screen, and what they open. */
export function Keyboard({ isAdmin }: { isAdmin: boolean }) {
  const words = useWords(keyboardWords);
  const [sheet, setSheet] = useState<Sheet>(null);
  useKeys(setSheet, useMay());
  const close = () => setSheet(null);
  return (
    <>
      <button
        type="button"
        onClick={() => setSheet("palette")}
        title={`${words.open} (Ctrl+K)`}
        aria-label={words.open}
        aria-keyshortcuts="Control+K"
        className="grid size-8 place-items-center rounded-control text-mute hover:text-ink max-sm:hidden"
      >
        <Search className="size-4" aria-hidden="true" />
      </button>
      <Dialog isOpen={sheet === "palette"} title={words.open} onClose={close}>
        <CommandPalette isAdmin={isAdmin} onDone={close} />
      </Dialog>
      <Dialog isOpen={sheet === "keys"} title={words.sheet} onClose={close}>
        <KeySheet />
      </Dialog>
    </>
  );
}

/** A key that leads where the person's role may not go does nothing. */
function useKeys(openSheet: (sheet: Sheet) => void, may: ReturnType<typeof useMay>): void {
  const router = useRouter();
  const goingSinceMs = useRef(0);
  useEffect(() => {
    const goTo = (place: string) => (canOpen(place, may) ? () => router.push(place) : undefined);
    const actions: Record<string, (() => void) | undefined> = {
      c: goTo("/send"),
      "?": () => openSheet("keys"),
      "/": () => focusSearch() || openSheet("palette"),
    };
    const actionOf = (key: string): (() => void) | undefined => {
      const isGoing = Date.now() - goingSinceMs.current < timeoutMs;
      goingSinceMs.current = key === "g" ? Date.now() : 0;
      const place = isGoing ? places.get(key) : undefined;
      return place === undefined ? actions[key] : goTo(place);
    };
    const onKey = (event: KeyboardEvent) => {
      const act = isPaletteKey(event) ? () => openSheet("palette") : singleKeyAction(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    const singleKeyAction = (event: KeyboardEvent) =>
      isSingleKey(event) && !document.querySelector("dialog:modal")
        ? actionOf(event.key)
        : undefined;
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [openSheet, router, may]);
}

function canOpen(href: string, may: ReturnType<typeof useMay>): boolean {
  return href.startsWith("/settings/")
    ? settingsPlaces(may).some((place) => place.href === href)
    : mayOpen(href, may);
}

function isPaletteKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "k" && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

/** Whether the screen has a field to search it. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>("[data-search]");
  field?.focus();
  field?.select();
  return field !== null;
}
