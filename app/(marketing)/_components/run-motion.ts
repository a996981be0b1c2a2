/** How long after its start each step of the recording happens, in seconds. */
const at = { request: 0, response: 0.6, queued: 0.9, sent: 1.4, delivered: 2.4, webhook: 2.8 };

/**
 * The recording's style sheet. The HTML is the end state; until its moment each part is held in its earlier look, and no
 * text appears late. "Run it again" is a checkbox: each state names different keyframes, so a change restarts them.
 */
export const runMotion = `@media screen and (prefers-reduced-motion:no-preference){${[
  ".run{--hollow:hollow-a;--show:show-a;--hide:hide-a;--edge:edge-a;--flash:flash-a}",
  ".run:has(.run-again:checked){--hollow:hollow-b;--show:show-b;--hide:hide-b;--edge:edge-b;--flash:flash-b}",
  hold(".run-cell-1", "hollow", at.queued),
  hold(".run-cell-2", "hollow", at.sent),
  hold(".run-cell-3", "hollow", at.delivered),
  hold(".run-cell-4", "hollow", at.webhook),
  hold(".run-delivered", "hide", at.delivered),
  during(".run-queued", "show", [at.queued, at.sent]),
  during(".run-sent", "show", [at.sent, at.delivered]),
  during(".run-request", "edge", [at.request, at.response]),
  during(".run-response", "edge", [at.response, at.queued]),
  during(".run-row", "flash", [at.delivered, at.delivered + 0.4]),
  ...["a", "b"].map(keyframes),
].join("")}}`;

function hold(part: string, name: string, untilS: number): string {
  return `${part}{animation:var(--${name}) ${untilS}s}`;
}

function during(part: string, name: string, [fromS, untilS]: [number, number]): string {
  return `${part}{animation:var(--${name}) ${(untilS - fromS).toFixed(1)}s ${fromS}s}`;
}

function keyframes(run: string): string {
  return [
    `@keyframes hollow-${run}{from,to{background:0 0;border-color:var(--control)}}`,
    `@keyframes show-${run}{from,to{visibility:visible}}`,
    `@keyframes hide-${run}{from,to{visibility:hidden}}`,
    `@keyframes edge-${run}{from,to{border-left-color:var(--petrol)}}`,
    `@keyframes flash-${run}{from{background-color:color-mix(in oklch,var(--citron) 55%,transparent)}}`,
  ].join("");
}
