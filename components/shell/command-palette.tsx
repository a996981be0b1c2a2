"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import { useLanguage, useWords } from "../language/use-words";
import { OutsideText } from "../outside-text";
import { useMay } from "../permitted";
import { controlClass } from "../ui/field";
import { wordErased } from "../word-erased";
import { adminPlaces } from "./admin-places";
import { adminWords } from "./admin-words";
import { keyboardWords } from "./keyboard-words";
import { mayOpen } from "./may-open";
import { settingsPlaces } from "./settings-places";
import { useFound } from "./use-found";

interface Command {
  id: string;
  href: string;
  name: string;
}

interface CommandPaletteProps {
  isAdmin: boolean;
  onDone: () => void;
}

/** One field that leads anywhere: to a page by its name, to messages and tokens that match, to a search of the log. */
export function CommandPalette({ isAdmin, onDone }: CommandPaletteProps) {
  const words = useWords(keyboardWords);
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState("");
  const [place, setPlace] = useState(0);
  const commands = useCommands(text.trim(), isAdmin);
  const chosen = Math.min(place, commands.length - 1);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onDone();
    router.push(command.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setPlace((chosen + step + commands.length) % commands.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(commands[chosen]);
    }
  };
  return (
    <>
      <input
        // The dialog gives the focus to what has this attribute, which React does not set.
        ref={(input) => input?.setAttribute("autofocus", "")}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={`${id}-${chosen}`}
        aria-label={words.open}
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
        className={`${controlClass} h-10 max-sm:h-11`}
      />
      {/* The field holds the focus and the keys: the options are only pointed at. */}
      <div
        id={id}
        role="listbox"
        aria-label={words.results}
        // As high with one result as with many, so that the dialog stays where it is.
        className="mt-2 h-80 max-h-[50dvh] overflow-y-auto"
      >
        {commands.map((command, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same.
          <div
            key={command.id}
            ref={(option) => {
              if (position === chosen) option?.scrollIntoView({ block: "nearest" });
            }}
            id={`${id}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === chosen}
            onClick={() => run(command)}
            onPointerMove={() => setPlace(position)}
            className={clsx(
              "flex min-h-9 cursor-pointer items-center border-l-2 px-3 max-sm:min-h-11",
              position === chosen ? "border-ink bg-sunk" : "border-transparent",
            )}
          >
            <span className="min-w-0 truncate">
              <OutsideText text={command.name} />
            </span>
          </div>
        ))}
      </div>
    </>
  );
}

/** The pages that the palette leads to, by address and name; the settings and the administration come before the documentation. */
function usePages(isAdmin: boolean): [string, string][] {
  const language = useLanguage();
  const { "/docs": docs, ...places } = useWords(keyboardWords).places;
  const { title: adminTitle } = useWords(adminWords);
  const may = useMay();
  const settings = settingsPlaces(may).map(
    ({ href, names, fullNames = names }): [string, string] => [href, fullNames[language]],
  );
  const admin = (isAdmin ? adminPlaces : []).map(({ href, names }): [string, string] => [
    href,
    `${adminTitle}: ${names[language]}`,
  ]);
  const open = Object.entries(places).filter(([href]) => mayOpen(href, may));
  return [...open, ...settings, ...admin, ["/docs", docs]];
}

/** What a text may mean. What the server finds comes last, so that nothing moves under the reader's choice. */
function useCommands(text: string, isAdmin: boolean): Command[] {
  const words = useWords(keyboardWords);
  const language = useLanguage();
  const found = useFound(text);
  const isReader = useMay()("read_messages");
  const wanted = plain(text);
  const pages = usePages(isAdmin)
    .filter(([, name]) => plain(name).includes(wanted))
    .map(([href, name]) => ({ id: href, href, name }));
  if (text === "") return pages;
  if (/^msg_[0-9a-z]{26}$/i.test(text)) {
    return [{ id: text, href: `/messages/${text}`, name: words.openMessage(text) }];
  }
  const digits = text.replace(/[\s().+-]/g, "");
  const isNumber = /^\d{4,15}$/.test(digits);
  const search: Command = {
    id: "search",
    href: `/messages?q=${encodeURIComponent(isNumber ? digits : text)}`,
    name: isNumber ? words.findNumber(digits) : words.findText(text),
  };
  const tokens = found.tokens.map(({ token_id, name, masked }) => ({
    id: token_id,
    href: "/settings/api",
    name: words.openToken(name, masked),
  }));
  const messages = found.messages.map((message) => {
    const { message_id, to, body } = wordErased(message, language);
    return {
      id: message_id,
      href: `/messages/${message_id}`,
      name: words.openFound(to, body),
    };
  });
  const searches = isReader ? [search] : [];
  return [
    ...(isNumber ? [...searches, ...pages] : [...pages, ...searches]),
    ...tokens,
    ...messages,
  ];
}

/** As it is typed in a hurry: small letters without their marks. */
function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l");
}
