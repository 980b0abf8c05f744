import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { factsJsonSchema } from '../../src/facts/json-schema.ts';
import { skeleton } from '../../src/intake/skeleton.ts';
import { BUILT_IN_TEMPLATES } from '../../src/template/precompiled.ts';

const TEMPLATES = readdirSync(BUILT_IN_TEMPLATES).filter((name) => name.includes('-'));
const SAMPLES = new URL('../../data-samples/', import.meta.url);
const validate = new Ajv.default({ allowUnionTypes: true, strictTypes: false, allErrors: true })
  .addVocabulary(['defaultSnippets', 'errorMessage'])
  .compile(factsJsonSchema(TEMPLATES.map((id) => ({ id, name: '一种报告' }))));
const errorsOf = (text: string) => {
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

interface Proposing {
  readonly defaultSnippets?: readonly { readonly label: string; readonly description?: string }[];
  readonly items?: Proposing;
}

const MINIMAL =
  '单位: {名称: 青禾县云溪镇, 类型: 镇}\n报告: {日期: 2023-11-06}\n工作: [{标题: 甲}]\n问题: [{标题: 乙}]\n';

describe('the JSON Schema of facts files', () => {
  it.each(readdirSync(SAMPLES).filter((name) => name.endsWith('.yaml')))('takes %s', (name) => {
    expect(errorsOf(readFileSync(new URL(name, SAMPLES), 'utf8'))).toEqual([]);
  });

  it.each([
    MINIMAL,
    MINIMAL.replace('单位', 'unit').replace('名称', 'name').replace('日期', 'date').replace('工作', 'work'),
    `${MINIMAL}党员: {总数: 待补, 不完整: 是, 年龄: {35岁以下: 3}}\n`,
    `${MINIMAL}措施: [{标题: 丙, 时限: 2024.06, 对应问题: [一, 二]}, {标题: 丁, 时限: 长期坚持}]\n`,
    `${MINIMAL}编制: [{类别: 行政, 核定: 3, 实有: 4, 空缺: -1}]\n概况:\n`,
    skeleton({ schema: '', template: 'self-review' }),
  ])('takes %j', (text) => {
    expect(errorsOf(text)).toEqual([]);
  });

  it.each([
    ['单位: {名称: 甲, 类型: 村}\n', '/单位/类型'],
    ['党员: {总数: 三百}\n', '/党员/总数'],
    ['党员: {总数: -1}\n', '/党员/总数'],
    ['党员: {总人数: 3}\n', '/党员 must NOT have additional properties'],
    ['报告: {日期: 去年}\n', '/报告/日期'],
    ['报告: {模板: self-reveiw}\n', '/报告/模板'],
    ['report: {template: self-reveiw}\n', '/report/template'],
    ['unit: {name: 甲, 类型: 村}\n', '/unit/类型'],
    ['工作: 一件\n', '/工作'],
  ])('refuses %j', (text, where) => {
    expect(errorsOf(text).join('\n')).toContain(where);
  });

  it('asks for what every report needs', () => {
    expect(errorsOf('版本: 1\n').filter((error) => error.includes('required property'))).toHaveLength(8);
  });

  it('explains itself in Chinese', () => {
    expect(factsJsonSchema()).toMatchObject({
      definitions: {
        'overview.farmland': {
          title: '耕地面积',
          description:
            '单位：亩。写数，可以有小数。还不知道的写“待补”。县里汇总：各单位相加。中文键“耕地”，英文键 farmland。',
        },
      },
    });
  });

  it('has something to show of every key, once', () => {
    const { definitions } = factsJsonSchema() as unknown as { definitions: Record<string, object> };
    for (const [name, definition] of Object.entries(definitions)) {
      if (name === '事实' || name === '@en') continue;
      expect(definition, name).toHaveProperty('title');
      expect(definition, name).toHaveProperty('description');
      const { anyOf = [] } = definition as { anyOf?: object[] };
      expect(anyOf.length, name).toBeLessThan(2);
    }
  });

  it.each([
    ['unit.kind', ['乡', '镇', '街道', '园区', '县']],
    ['report.attach.items', ['编制表', '党员表', '问题清单', '责任清单', '整改清单', '台账']],
    ['members.total', ['待补 还不知道']],
    ['measures.deadline', ['长期坚持']],
    ['measures.closed', ['是', '否']],
    ['report.template', ['self-review 选人用人自查报告']],
  ])('has editors propose values of %s, and neither null nor true', (place, proposed) => {
    const { definitions } = factsJsonSchema([{ id: 'self-review', name: '选人用人自查报告' }]) as unknown as {
      definitions: Record<string, Proposing>;
    };
    const items = place.endsWith('.items');
    const field = definitions[place.replace(/\.items$/, '')];
    const { defaultSnippets = [], ...rest } = (items ? field?.items : field) ?? {};
    expect(defaultSnippets.map(({ label, description }) => [label, description].join(' ').trim())).toEqual(
      proposed,
    );
    expect(Object.keys(rest)).not.toContain('type');
    expect(Object.keys(rest)).not.toContain('enum');
  });

  it.each([
    ['', '事实', ['版本', '单位']],
    ['unit', '@en', ['version', 'unit']],
  ])('has keys proposed in the language of the file (%j)', (_, name, first) => {
    const { definitions } = factsJsonSchema() as unknown as {
      definitions: Record<string, Record<'properties' | 'patternProperties', object>>;
    };
    const { properties = {}, patternProperties = {} } = definitions[name] ?? {};
    expect(Object.keys(properties).slice(0, 2)).toEqual(first);
    expect(Object.keys(patternProperties)).toHaveLength(Object.keys(properties).length);
  });
});
