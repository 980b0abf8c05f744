import { printable } from '../diagnostics/printable.ts';

/** An entry of a folder that was not looked into. */
export interface PassedOver {
  readonly path: string;
  readonly why: 'link' | 'not-a-file' | 'unreadable';
  /** What the system said of a folder that cannot be read. */
  readonly detail?: string;
}

/** `跳过 县/旧报告：符号链接，不跟随。` */
export function describePassedOver(entry: PassedOver): string {
  return `跳过 ${printable(entry.path)}：${whyPassedOver(entry)}。\n`;
}

/** Of what the system said only its code: the rest is English, and names the path again. */
export function whyPassedOver({ why, detail = '' }: Omit<PassedOver, 'path'>): string {
  const code = /^[A-Z]+/.exec(detail)?.[0];
  return code === undefined ? WHY[why] : `${WHY[why]}（${code}）`;
}

const WHY: Readonly<Record<PassedOver['why'], string>> = {
  link: '符号链接，不跟随',
  'not-a-file': '不是普通文件',
  unreadable: '无法读取',
};
