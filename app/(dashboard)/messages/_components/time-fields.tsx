import { useSyncExternalStore } from "react";
import { useWords } from "@/components/language/use-words";
import { TextField } from "@/components/ui/text-field";
import { useZone } from "@/components/ui/time";
import { useTimeZone } from "@/components/ui/time-zone";
import { logWords } from "../words";
import type { LogSearch } from "./log-search";

/** Filters of the other forms travel with this one. */
export function KeptFilters({ search }: { search: LogSearch }) {
  const chosen = useTimeZone();
  const browserZone = useSyncExternalStore(
    () => () => {},
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "",
  );
  const zone = chosen ?? browserZone;
  return (
    <>
      {search.direction && <input type="hidden" name="direction" value={search.direction} />}
      {search.status && <input type="hidden" name="status" value={search.status} />}
      {search.send && <input type="hidden" name="send" value={search.send} />}
      {search.q && <input type="hidden" name="q" value={search.q} />}
      {/* Days are the reader's; without a script they are those of UTC. */}
      {zone && <input type="hidden" name="zone" value={zone} />}
    </>
  );
}

/** From one minute to another on the reader's clock, the last one included. */
export function TimeFields({ search }: { search: LogSearch }) {
  const words = useWords(logWords).filters;
  const zone = useZone();
  return (["since", "until"] as const).map((name) => {
    const [day, clock] = wallParts(search[name], zone);
    return (
      <div key={name} className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-end gap-2">
        <TextField label={words[name]} name={name} type="date" defaultValue={day} />
        <TextField
          label={words.times[name]}
          name={`${name}_time`}
          type="time"
          defaultValue={clock}
        />
      </div>
    );
  });
}

/** A value of the address as the day and the time that fields show. */
function wallParts(value: string | undefined, zone: string | undefined): (string | undefined)[] {
  if (value === undefined || value.length <= "2026-05-15T14:05".length) {
    return value?.split("T") ?? [];
  }
  const inZone = zone ? { timeZone: zone } : {};
  return new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short", ...inZone })
    .format(new Date(value))
    .split(" ");
}
