import { nearestStop, placeOf, volumeStops } from "./volume-scale";

interface VolumeRulerProps {
  messages: number;
  /** Messages from which each tier after the first holds. */
  tierStarts: readonly number[];
}

/** The scale of the slider: a tall tick where a tier begins, filled as far as the volume goes. */
export function VolumeRuler({ messages, tierStarts }: VolumeRulerProps) {
  const onScale = tierStarts.filter((from) => placeOf(from) > 0 && placeOf(from) < 1);
  return (
    <div aria-hidden="true" className="px-2">
      <svg
        aria-hidden="true"
        viewBox="0 0 1000 16"
        preserveAspectRatio="none"
        className="h-4 w-full overflow-visible"
      >
        <rect x="0" y="11" width={placeOf(messages) * 1000} height="5" className="fill-petrol" />
        <g className="stroke-control">
          {volumeStops.map((volume) => (
            <Tick key={volume} at={nearestStop(volume) / (volumeStops.length - 1)} top={7} />
          ))}
        </g>
        <g className="stroke-ink">
          {onScale.map((from) => (
            <Tick key={from} at={placeOf(from)} top={0} />
          ))}
          <line x1="0" x2="1000" y1="16" y2="16" vectorEffect="non-scaling-stroke" />
        </g>
      </svg>
      <div className="relative mt-0.5 h-4 font-mono text-mute text-xs tabular-nums">
        {onScale.map((from) => (
          <span
            key={from}
            style={{ left: `${placeOf(from) * 100}%` }}
            className="absolute -translate-x-1/2"
          >
            {shortNumber(from)}
          </span>
        ))}
      </div>
    </div>
  );
}

function Tick({ at, top }: { at: number; top: number }) {
  const x = at * 1000;
  return <line x1={x} x2={x} y1={top} y2="16" vectorEffect="non-scaling-stroke" />;
}

/** "10k", "1M": where a tier begins, to the nearest that fits. */
function shortNumber(count: number): string {
  if (count < 1000) return String(count);
  const [value, unit] = count < 1_000_000 ? [count / 1000, "k"] : [count / 1_000_000, "M"];
  return `${Number(value.toPrecision(2))}${unit}`;
}
