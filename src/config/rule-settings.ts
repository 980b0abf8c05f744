import { relative, resolve } from 'node:path';
import ignore from 'ignore';
import { nearestWord } from '../facts/suggest.ts';
import {
  COLLECTION_RULES,
  FACTS_RULES,
  FINISHED_RULES,
  LAYOUT_RULES,
  PRINTED_RULES,
  PROSE_RULES,
  READING_RULES,
} from '../judge/registry.ts';
import type { RuleSettings } from '../judge/run.ts';
import { DEFAULT_WORD_LISTS } from '../prose/default-word-lists.ts';
import { addWords } from '../prose/word-lists.ts';
import type { Configuration } from './configuration.ts';
import { configurationError } from './configuration-error.ts';

/**
 * What a configuration says to the rules about one file. UserError where it names a rule that is none, or that cannot be set.
 */
export function ruleSettings(configuration: Configuration, file: string, isDraft: boolean): RuleSettings {
  const { rules = {}, ignores = [], words, limits } = configuration.settings;
  for (const id of Object.keys(rules)) checkRule(configuration, id, ['rules', id]);
  for (const [at, { rule }] of ignores.entries()) {
    checkRule(configuration, rule, ['ignores', String(at), 'rule']);
  }
  const ignored = ignores.filter((each) => patternCovers(each.file, file, configuration.folder));
  return {
    severities: { ...rules, ...Object.fromEntries(ignored.map(({ rule }) => [rule, 'off' as const])) },
    lists: words === undefined ? DEFAULT_WORD_LISTS : addWords(DEFAULT_WORD_LISTS, words),
    isDraft,
    ...(limits !== undefined && { limits: limitNumbers(limits) }),
  };
}

/** The limits are written as whole numbers; reading them has seen to that. */
function limitNumbers(
  limits: NonNullable<Configuration['settings']['limits']>,
): NonNullable<RuleSettings['limits']> {
  const given = Object.entries(limits).filter(([, limit]) => limit !== undefined);
  return Object.fromEntries(given.map(([name, limit]) => [name, Number(limit)]));
}

/** Whether a pattern in gitignore's language covers a file; one that names no file covers all below the configuration. */
function patternCovers(pattern: string | undefined, file: string, folder: string): boolean {
  if (pattern === undefined) return true;
  const path = relative(folder, resolve(file)).replaceAll('\\', '/');
  return ignore.isPathValid(path) && ignore().add(pattern).ignores(path);
}

function checkRule(configuration: Configuration, id: string, path: readonly string[]): void {
  if (READING_RULES.some((rule) => rule.id === id)) {
    const message = `规则 ${id} 查的是文件能否读懂，不能调整。`;
    throw configurationError(configuration, path, message, '请删去这一行。');
  }
  const ids = [
    ...FACTS_RULES,
    ...PROSE_RULES,
    ...FINISHED_RULES,
    ...LAYOUT_RULES,
    ...PRINTED_RULES,
    ...COLLECTION_RULES,
  ].map((rule) => rule.id);
  if (ids.includes(id)) return;
  const meant = nearestWord(id, ids);
  const question = meant === undefined ? '' : `要写的是不是 ${meant}？`;
  const message = `没有“${id}”这条规则。${question}`;
  throw configurationError(configuration, path, message, '全部规则见 report explain。');
}
