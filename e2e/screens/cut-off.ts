import type { Page } from "@playwright/test";

/** What of a page cannot be seen at its present width: texts that are cut off, and parts that scroll sideways. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(findCutOff);
}

/** Runs in the page, so it has everything it needs inside. */
function findCutOff(): string[] {
  const slackPx = 1.5;
  const { scrollWidth } = document.documentElement;
  const tooWide = scrollWidth > window.innerWidth ? [`the page is ${scrollWidth} px wide`] : [];
  return [...tooWide, ...slidingParts(), ...new Set(shownTexts().flatMap(faultsOf))];

  /** Code, tables, charts, tabs and rows of links may scroll within themselves; everything else has to fold. */
  function slidingParts(): string[] {
    return [...document.querySelectorAll("dialog[open], main *")]
      .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX))
      .filter((box) => box.scrollWidth > box.clientWidth + slackPx && box.checkVisibility())
      .filter((box) => !box.matches("pre, textarea, nav, [role=tablist], figure *"))
      .filter((box) => !box.querySelector("pre, table"))
      .map((box) => `scrolls sideways: ${box.tagName} “${(box.textContent ?? "").slice(0, 50)}”`);
  }

  function shownTexts(): Text[] {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    while (walker.nextNode()) all.push(walker.currentNode as Text);
    return all.filter((text) => text.data.trim() && isShown(text));
  }

  function isShown(text: Text): boolean {
    const seen = { visibilityProperty: true, opacityProperty: true };
    if (!text.parentElement?.checkVisibility(seen)) return false;
    // Not words that are only for those who listen.
    return !boxesOf(text).some(
      (box) => box.clientWidth <= 1 && getComputedStyle(box).position === "absolute",
    );
  }

  function boxesOf(text: Text): Element[] {
    const boxes: Element[] = [];
    for (let box = text.parentElement; box; box = box.parentElement) boxes.push(box);
    return boxes;
  }

  /** Past a box that scrolls, or that shortens with an ellipsis, nothing is hidden by accident. */
  function boxesThatBind(text: Text): Element[] {
    const boxes = boxesOf(text);
    const end = boxes.findIndex((box) => {
      const { overflowX, textOverflow } = getComputedStyle(box);
      return textOverflow === "ellipsis" || /auto|scroll/.test(overflowX);
    });
    return end < 0 ? boxes : boxes.slice(0, end);
  }

  function faultsOf(text: Text): string[] {
    const range = document.createRange();
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const words = text.data.trim().slice(0, 50);
    return boxesThatBind(text)
      .filter((box) => rects.some((rect) => isOutside(rect, box.getBoundingClientRect())))
      .flatMap((box) => {
        if (hides(box)) return [`cut off by ${box.tagName}: “${words}”`];
        return isControl(box) ? [`runs over its control: “${words}”`] : [];
      });
  }

  function isOutside(text: DOMRect, box: DOMRect): boolean {
    return text.right > box.right + slackPx || text.left < box.left - slackPx;
  }

  function hides(box: Element): boolean {
    return box === document.documentElement || /hidden|clip/.test(getComputedStyle(box).overflowX);
  }

  function isControl(box: Element): boolean {
    return box.matches("button, a, summary") && getComputedStyle(box).display !== "inline";
  }
}
