import { headers } from "next/headers";
import { hydratedEvent } from "./hydrated-event";
import { HydrationSignal } from "./hydration-signal";

/** What a reader does before anything on a page can be used, and what assistive software sends in its place. */
const signs = "pointermove pointerdown touchstart wheel scroll keydown focusin click".split(" ");

/**
 * Fetches the scripts that lib/server/load-scripts-later.ts marked once the page is there, and runs them at the first
 * sign of a reader. A pointer that rests where the page appears moves nowhere: browsers report it all the same. The
 * bundler's runtime knows its scripts by the address as it is written, without the host. A button that is pressed before
 * React can hear it is pressed again then.
 */
const loader = `{
const later=()=>[...document.querySelectorAll('script[type="text/later"]')];
const make=(n,p)=>Object.assign(document.createElement(n),p);
const signs=${JSON.stringify(signs)};
const start=()=>later().forEach(s=>s.replaceWith(make("script",{async:true,nonce:s.nonce,src:s.getAttribute("src")})));
const run=e=>{
if(e.type==="pointermove"&&!e.movementX&&!e.movementY)return;
signs.forEach(n=>removeEventListener(n,run,true));
if(document.readyState==="loading")addEventListener("DOMContentLoaded",start);else start()};
signs.forEach(n=>addEventListener(n,run,{capture:true,passive:true}));
let pressed;
const keep=e=>{const b=e.target.closest('button[type="button"]');if(b){e.stopImmediatePropagation();pressed=b}};
addEventListener("click",keep,true);
addEventListener("${hydratedEvent}",()=>{removeEventListener("click",keep,true);pressed?.click()},{once:true});
addEventListener("load",()=>setTimeout(()=>later().forEach(s=>document.head.append(make("link",{rel:"prefetch",as:"script",href:s.src})))));
}`.replaceAll("\n", "");

/** Leaves a page that reads well without JavaScript to the browser until somebody moves, scrolls, or types. */
export async function LoadOnInteraction() {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <>
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: loader }} />
      <HydrationSignal />
    </>
  );
}
