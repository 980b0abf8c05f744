import { attributeOf, type Element } from './element-tree.ts';
import { InlineBuilder } from './inline-builder.ts';
import type { ReportMarkup } from './markup-problem.ts';
import type { Inline, Origin } from './tree.ts';
import { isBlank, joinedText } from './white-space.ts';

type Child = Element | string;

/** What may be in a paragraph; a series or a break only where it is `allowed`. The text of anything else is kept, and reported. */
export function readInlines(
  children: readonly Child[],
  report: ReportMarkup,
  allowed: readonly string[] = NO_ATTRIBUTES,
): Inlines {
  const builder = new InlineBuilder();
  addChildren(children, { builder, report, allowed });
  return builder.finish();
}

/** What a paragraph or a cell may hold beside text, and what an item of a series may. */
export const IN_PARAGRAPH: readonly string[] = ['ol', 'br'];
const IN_ITEM: readonly string[] = ['br'];
const NO_ATTRIBUTES: readonly string[] = [];

type Inlines = readonly Inline[];

interface InlineContext {
  readonly builder: InlineBuilder;
  readonly report: ReportMarkup;
  readonly allowed: readonly string[];
}

function addChildren(children: readonly Child[], context: InlineContext): void {
  for (const child of children) {
    if (typeof child === 'string') context.builder.addText(child);
    else addElement(child, context);
  }
}

function addElement(element: Element, context: InlineContext): void {
  const { builder, report } = context;
  const { tag } = element;
  if (tag === 'data') addFigureInline(element, context);
  else if (tag === 'strong') addStrong(element, context);
  else if (tag === 'ol' && context.allowed.includes(tag)) addSeries(element, builder, report);
  else if (tag === 'br' && context.allowed.includes(tag)) builder.addBreak();
  else {
    report(element.at, tag, `<${tag}> ${KNOWN_TAGS.has(tag) ? '不能放在这里' : '不在可用标记之内'}`);
    addChildren(tag === 'ol' ? element.children.flatMap(itemChildren) : element.children, context);
  }
}

/** What is in the items of a series that stands where none may: only the series is reported. */
function itemChildren(child: Child): readonly Child[] {
  return typeof child === 'object' && child.tag === 'li' ? child.children : [child];
}

function addStrong(element: Element, context: InlineContext): void {
  checkAttributes(element, [], context.report);
  context.builder.openStrong();
  addChildren(element.children, { ...context, allowed: NO_ATTRIBUTES });
  context.builder.closeStrong();
}

const FIGURE_ATTRIBUTES = ['value'];

function addFigureInline(element: Element, { builder, report }: InlineContext): void {
  checkAttributes(element, FIGURE_ATTRIBUTES, report);
  const path = attributeOf(element, 'value');
  if (path === undefined) report(element.at, 'data', '<data> 缺少 value 属性（数据来自哪一项）');
  const text = onlyText(element, report);
  if (text === '') {
    const origin = writtenOrigin(path);
    if (origin !== undefined) builder.beginOrigin(origin);
    return;
  }
  if (element.children.some(isMark))
    builder.addInline({ type: 'pending', path: path ?? '', label: pendingLabel(text) }, text);
  else if (path === undefined) builder.addText(text);
  else builder.addInline({ type: 'figure', path, text }, text);
}

/** `work.0.body@12`, which says where what follows is from. */
function writtenOrigin(value = ''): Origin | undefined {
  const [, path = '', start = ''] = /^(.+)@(\d{1,7})$/.exec(value) ?? [];
  return path === '' ? undefined : { path, span: [Number(start), Number(start)] };
}

function isMark(child: Child): boolean {
  return typeof child !== 'string' && child.tag === 'mark';
}

/** `【待补：党员总数】` stands for the fact 党员总数. */
function pendingLabel(text: string): string {
  return /^【待补：(.*)】$/s.exec(text)?.[1] ?? text;
}

function onlyText(element: Element, report: ReportMarkup): string {
  const only = element.children[0];
  if (typeof only === 'string' && element.children.length === 1) return joinedText(only);
  return joinedText(element.children.map((child) => textIn(element, child, report)).join(''));
}

function textIn(element: Element, child: Child, report: ReportMarkup): string {
  if (typeof child === 'string') return child;
  if (child.tag !== 'mark' || element.tag !== 'data') {
    report(child.at, child.tag, `<${child.tag}> 不能放在 <${element.tag}> 里`);
  } else checkAttributes(child, [], report);
  return onlyText(child, report);
}

function addSeries(element: Element, builder: InlineBuilder, report: ReportMarkup): void {
  const items = readSeriesItems(element, report);
  if (items.length > 0) builder.addInline({ type: 'series', items }, '一是。');
}

/** The items of an `<ol>`; empty ones are left out. */
export function readSeriesItems(element: Element, report: ReportMarkup): readonly Inlines[] {
  checkAttributes(element, [], report);
  return elementsOf(element, ['li'], report)
    .map((item) => {
      checkAttributes(item, [], report);
      return readInlines(item.children, report, IN_ITEM);
    })
    .filter((item) => item.length > 0);
}

/** The elements of a container that holds nothing but them. */
export function elementsOf(
  parent: Element,
  tags: readonly string[],
  report: ReportMarkup,
): readonly Element[] {
  const elements: Element[] = [];
  for (const child of parent.children) {
    if (typeof child === 'string') {
      if (!isBlank(child))
        report(parent.at, parent.tag, `<${parent.tag}> 里有不在任何标记中的文字“${firstWords(child)}”`);
    } else if (tags.includes(child.tag)) elements.push(child);
    else report(child.at, child.tag, `<${child.tag}> 不能放在 <${parent.tag}> 里`);
  }
  return elements;
}

/** Reports attributes that the subset does not know. */
export function checkAttributes(element: Element, known: readonly string[], report: ReportMarkup): void {
  for (const { name } of element.attributes) {
    if (!known.includes(name)) report(element.at, element.tag, `<${element.tag}> 没有 ${name} 属性`);
  }
}

/** The first words of a text, for a message. */
export function firstWords(text: string): string {
  const words = [...joinedText(text)];
  return words.length > 12 ? `${words.slice(0, 12).join('')}…` : words.join('');
}

const KNOWN_TAGS: ReadonlySet<string> = new Set(
  'title header address h1 h2 h3 h4 p br ol li strong data mark table caption legend col thead tbody tr th td section footer time'.split(
    ' ',
  ),
);
