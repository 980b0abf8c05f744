import { Parser } from 'htmlparser2';

/** What is told of an XML part: elements by their local names, attributes likewise. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads a part from end to end; broken XML is read as far as it goes. */
export function readXml(xml: string, handler: XmlHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open?.(local(name), localNames(attributes)),
      onclosetag: (name) => handler.close?.(local(name)),
      ontext: (text) => handler.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** WordprocessingML is `w:` nearly everywhere; drawings and formulas, which have paragraphs of their own, keep theirs. */
function local(name: string): string {
  const at = name.indexOf(':');
  return at === -1 || OTHERS.has(name.slice(0, at)) ? name : name.slice(at + 1);
}

const OTHERS: ReadonlySet<string> = new Set(['a', 'm', 'v', 'o', 'wp', 'pic', 'mc', 'xml', 'c', 'dgm']);

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}
