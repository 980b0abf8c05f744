import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config/read-settings.ts';
import { ruleSettings } from '../../src/config/rule-settings.ts';
import { UserError } from '../../src/diagnostics/user-error.ts';

const problemsOf = (text: string) => {
  try {
    readSettings(text, 'report.config.yaml');
    return '';
  } catch (error) {
    return error instanceof UserError ? error.message : String(error);
  }
};

describe('readSettings', () => {
  it('takes either language for every key', () => {
    const chinese =
      '模板: special-report\n期间: {起: 2023-01, 止: 2023-10-31}\n规则:\n  short-name: 关\n输出: 报告\n';
    const english =
      'template: special-report\nperiod: {from: 2023.01, to: 2023.10.31}\nrules:\n  short-name: off\noutput: 报告\n';
    expect(readSettings(chinese, 'a').settings).toEqual(readSettings(english, 'a').settings);
    expect(readSettings(chinese, 'a').settings).toEqual({
      template: 'special-report',
      period: { from: { year: 2023, month: 1 }, to: { year: 2023, month: 10, day: 31 } },
      rules: { 'short-name': 'off' },
      output: '报告',
    });
  });

  it.each(['', '# 只有注释\n', '模板:\n'])('takes an empty file for no settings: %j', (text) => {
    expect(Object.values(readSettings(text, 'a').settings).every((value) => value === undefined)).toBe(true);
  });

  it.each([
    ['规则: [x\n', 'report.config.yaml:2:1 括号没有配对'],
    ['模板: a\n模板: b\n', 'report.config.yaml:2:1 同一个键写了两次'],
    ['模板: "a\n', '引号没有配对'],
  ])('says in Chinese that %j is no YAML', (text, expected) => {
    expect(problemsOf(text)).toContain(expected);
    expect(problemsOf(text)).not.toMatch(/[A-Z][a-z]+ [a-z]/);
  });

  it('says everything that is wrong at once, each with its place', () => {
    const message = problemsOf(
      '模扳: x\n期间: {起: 二月}\n规则:\n  short-name: 随便\n忽略:\n  - 规则: short-name\n',
    );
    expect(message).toContain('4 处问题');
    expect(message).toContain('report.config.yaml:1:1 没有“模扳”这个项目，要写的是不是“模板”？');
    expect(message).toContain('report.config.yaml:2:9 “二月”不是日期');
    expect(message).toContain('report.config.yaml:4:15 “随便”不在可选之列');
    expect(message).toContain('report.config.yaml:6:5 缺少“理由”');
  });

  it('says that a period ends before it begins', () => {
    expect(problemsOf('期间:\n  起: 2024-06\n  止: 2024-01\n')).toContain(
      'report.config.yaml:2:3 起始日期2024年6月晚于截止日期2024年1月',
    );
    expect(problemsOf('期间: {起: 2024-06, 止: 2024-06-30}\n')).toBe('');
  });

  it.each(['模板: [', '- 一\n- 二\n', '模板: a\ntemplate: b\n', '__proto__: 1\n'])('refuses %j', (text) => {
    expect(problemsOf(text)).toMatch(/report\.config\.yaml:\d+:\d+/);
  });
});

describe('ruleSettings', () => {
  const settingsOf = (text: string, file = '/县/镇/a.yaml') =>
    ruleSettings(
      { folder: '/县', file: 'report.config.yaml', ...readSettings(text, 'report.config.yaml') },
      file,
      false,
    );

  it('adds a unit’s words to the lists', () => {
    const { lists } = settingsOf('词表:\n  错词:\n    - {误: 云西镇, 正: 云溪镇}\n  名称: [云溪]\n');
    expect(lists.slips[0]).toEqual({ wrong: '云西镇', right: '云溪镇' });
    expect(lists.slips.length).toBeGreaterThan(10);
    expect(lists.names).toContain('云溪');
  });

  it('switches a rule off for the files that an ignore names', () => {
    const text = '忽略:\n  - {规则: short-name, 文件: 镇/, 理由: 简称已报备}\n';
    expect(settingsOf(text).severities).toEqual({ 'short-name': 'off' });
    expect(settingsOf(text, '/县/乡/a.yaml').severities).toEqual({});
  });

  it.each([
    ['规则: {short-nam: 关}\n', /没有“short-nam”这条规则.*short-name/],
    ['规则: {yaml-syntax: 关}\n', /不能调整/],
  ])('refuses %j', (text, message) => {
    expect(() => settingsOf(text)).toThrow(message);
  });
});
