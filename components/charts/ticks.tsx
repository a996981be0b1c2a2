import clsx from "clsx";

/** The ruler under the bars: a tick each, a long one with its name now and then. */
export function Ticks({ labels, every }: { labels: string[]; every: number }) {
  return (
    <div aria-hidden="true" className="flex h-8">
      {labels.map((label, place) => {
        const isNamed = (labels.length - 1 - place) % every === 0;
        return (
          // When the clocks go back, two hours have one name.
          <span key={`${place} ${label}`} className="relative min-w-6 flex-1">
            <span
              className={clsx(
                "absolute left-1/2 w-px",
                isNamed ? "h-2.5 bg-ink" : "h-1.5 bg-control",
              )}
            />
            {isNamed && (
              <span
                className={clsx(
                  "absolute top-3 whitespace-nowrap font-mono text-mute text-xs",
                  place === labels.length - 1 ? lastName(every) : "left-1/2 -translate-x-1/2",
                )}
              >
                {label}
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}

/** Where bars may be narrower than names, the last one ends with its bar, or it would stick out of the chart. */
function lastName(every: number): string {
  return every > 1 ? "right-0" : "max-sm:right-0 sm:left-1/2 sm:-translate-x-1/2";
}
