"use client";

import { useState } from "react";
import { useWords } from "../language/use-words";
import { useMay } from "../permitted";
import { keyboardWords } from "./keyboard-words";
import { areSingleKeysOn, setSingleKeys } from "./single-keys";

const keys = [
  { name: "palette", keys: ["Ctrl", "K"] },
  { name: "search", keys: ["/"] },
  { name: "compose", keys: ["c"] },
  { name: "rows", keys: ["j", "k"] },
  { name: "enter", keys: ["Enter"] },
  { name: "escape", keys: ["Esc"] },
  { name: "go", keys: ["g", "m c t w b d"] },
  { name: "sheet", keys: ["?"] },
] as const;

/** Every key there is, and the switch for those of one letter. */
export function KeySheet() {
  const words = useWords(keyboardWords);
  const mayCompose = useMay()("send_messages");
  const [isOn] = useState(areSingleKeysOn);
  const usable = keys.filter(({ name }) => name !== "compose" || mayCompose);
  return (
    <>
      <dl className="mb-4">
        {usable.map(({ name, keys: caps }) => (
          <div
            key={name}
            className="grid grid-cols-[8rem_minmax(0,1fr)] max-sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-x-4 border-line border-b py-1.5 last:border-b-0"
          >
            <dt className="flex flex-wrap gap-1">
              {caps.map((cap) => (
                <kbd key={cap} className="border border-control bg-sunk px-1 font-mono text-xs">
                  {cap}
                </kbd>
              ))}
            </dt>
            <dd>{words.keys[name]}</dd>
          </div>
        ))}
      </dl>
      <label className="flex cursor-pointer gap-2.5 max-sm:min-h-11">
        <input
          type="checkbox"
          defaultChecked={isOn}
          onChange={(event) => setSingleKeys(event.target.checked)}
          className="mt-0.5 size-4 shrink-0 accent-petrol"
        />
        <span>
          {words.single}
          <span className="block text-mute text-sm">{words.singleHint}</span>
        </span>
      </label>
    </>
  );
}
