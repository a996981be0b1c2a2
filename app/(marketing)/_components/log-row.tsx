import type { ReactNode } from "react";
import type { StageState } from "@/components/delivery-stages";
import { Strip } from "./strip";

interface LogRowProps {
  mark: ReactNode;
  states: readonly StageState[];
  to: string;
  from: string;
  text: string;
  credits: string;
  time: string;
  isRecorded?: boolean;
}

/** A row as the message log shows it. It takes two lines, as on a phone. */
export function LogRow({ mark, states, isRecorded = false, ...message }: LogRowProps) {
  return (
    <li
      className={`grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-line border-b px-3 py-2.5 last:border-b-0 ${isRecorded ? "run-row" : ""}`}
    >
      <span className="min-w-0">
        <span className="mr-3 font-mono font-medium tabular-nums">{message.to}</span>
        <span className="text-mute">{message.from}</span>
      </span>
      <span className="flex flex-wrap items-center justify-end gap-x-3">
        <Strip states={states} isRecorded={isRecorded} />
        {mark}
      </span>
      <span className="min-w-0 text-mute">{message.text}</span>
      <span className="text-right text-mute">
        <span className="mr-3 max-sm:hidden">{message.credits}</span>
        <span className="font-mono tabular-nums">{message.time}</span>
      </span>
    </li>
  );
}
