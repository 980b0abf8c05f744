import type { ElementNode } from '../docx/mark/element-tree.ts';

/** Elements of a name under a node, in order; not those under an element that one of `barriers` is called. */
export function within(node: ElementNode, name: string, ...barriers: readonly string[]): ElementNode[] {
  const found: ElementNode[] = [];
  const look = ({ children }: ElementNode) => {
    for (const child of children) {
      if (barriers.includes(child.name)) continue;
      if (child.name === name) found.push(child);
      look(child);
    }
  };
  look(node);
  return found;
}

/** The first child of a name. */
export function childOf(node: ElementNode | undefined, name: string): ElementNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The source of an element. */
export function sourceOf(xml: string, { start, end }: ElementNode): string {
  return xml.slice(start, end);
}

/** `w:val` of an element as it is written. */
export function valOf(xml: string, node: ElementNode | undefined): string | undefined {
  return node && /\sw:val\s*=\s*["']([^"']*)["']/.exec(xml.slice(node.start, node.openEnd))?.[1];
}
