/** What a translator put in place of each text node that it took out of the page. */
const replacements = new WeakMap<Node, ChildNode>();

/**
 * Keeps the page working while a browser translates it. A translator replaces text nodes with elements of its own;
 * React still changes, moves and removes the nodes it knows, which then does nothing or throws. So a change of a
 * replaced node puts it back, where the translator finds it again, and a removal removes what stands in its place.
 * Runs once, before React touches the page.
 */
export function surviveTranslation(page: Document): void {
  const changes = new MutationObserver((records) => {
    for (const { target } of records) restore(target);
  });
  const watch = (records: MutationRecord[]) => {
    for (const record of records) {
      for (const node of record.removedNodes) {
        const replacement = node instanceof Text && !node.isConnected && replacementIn(record);
        if (!replacement) continue;
        replacements.set(node, replacement);
        changes.observe(node, { characterData: true });
      }
    }
  };
  const replaced = new MutationObserver(watch);
  replaced.observe(page, { childList: true, subtree: true });
  patchNode(() => watch(replaced.takeRecords()));
}

/** The translator's element: added in the same step, or beside the node before that was removed. */
function replacementIn({ addedNodes, previousSibling, nextSibling }: MutationRecord) {
  return [...addedNodes, previousSibling, nextSibling].find(
    (node) => node instanceof HTMLElement && node.localName === "font",
  ) as ChildNode | undefined;
}

function restore(node: Node): void {
  const replacement = replacements.get(node);
  replacements.delete(node);
  if (replacement?.isConnected && node instanceof Text && !node.isConnected) {
    replacement.replaceWith(node);
  }
}

/** The child of `parent` that stands where `node` was, or holds it. */
function standIn(parent: Node, node: Node): Node | undefined {
  let place: Node | null = replacements.get(node) ?? node;
  while (place && place.parentNode !== parent) place = place.parentNode;
  return place ?? undefined;
}

function patchNode(update: () => void): void {
  const { removeChild, insertBefore, appendChild } = Node.prototype;

  const placed = (node: Node) => {
    replacements.get(node)?.remove();
    replacements.delete(node);
  };
  Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    if (child.parentNode === this) return removeChild.call(this, child) as Child;
    update();
    const place = standIn(this, child);
    replacements.delete(child);
    // Without a place this is a mistake as ever, and throws.
    removeChild.call(this, place ?? child);
    return child;
  };
  Node.prototype.insertBefore = function <Child extends Node>(
    this: Node,
    node: Child,
    before: Node | null,
  ): Child {
    update();
    placed(node);
    const isInPlace = before === null || before.parentNode === this;
    return insertBefore.call(
      this,
      node,
      isInPlace ? before : (standIn(this, before) ?? before),
    ) as Child;
  };
  Node.prototype.appendChild = function <Child extends Node>(this: Node, node: Child): Child {
    update();
    placed(node);
    return appendChild.call(this, node) as Child;
  };
}
