import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../built-program.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { RunningPreview } from './running-preview.ts';

const SAMPLES = join(import.meta.dirname, '../../data-samples');

const FACTS = `# 云溪镇的事实
单位: { 名称: 青禾县云溪镇, 类型: 镇 }
报告:
  日期: 2023-11-06   # 报出的日子
党员:
  总数: 300          # 与名册核对过
  男: 200
  女: 100
  流动: 待补
工作:
  - 标题: 抓实季度分析
    内容: 全镇共有党员{{党员.总数}}名，逐个站所摸清底数
问题:
  - 标题: 后备力量偏少
措施:
  - 标题: 建立后备人才库
    对应问题: [后备力量偏少]
    责任单位: 党建办
    状态: 推进中
    时限: 2024-06
`;

let program: string;
const running: RunningPreview[] = [];

beforeAll(async () => {
  program = await buildProgram();
});
afterEach(async () => {
  for (const preview of running.splice(0)) await preview.end();
});
afterAll(async () => {
  await (await untouched)?.preview.end();
});

type Opened = Awaited<ReturnType<typeof start>>;
let untouched: Promise<Opened> | undefined;

/** One preview of `FACTS` for all tests that change nothing. */
function look(): Promise<Opened> {
  untouched ??= start({ 'a.yaml': FACTS }, 'a.yaml');
  return untouched;
}

/** A preview for one test alone. */
async function open(files: Readonly<Record<string, string>> = { 'a.yaml': FACTS }, given = 'a.yaml') {
  const opened = await start(files, given);
  running.push(opened.preview);
  return opened;
}

/** A preview of files in a new folder; `given` is what stands on the command line. */
async function start(files: Readonly<Record<string, string>>, given: string) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const preview = await RunningPreview.start(program, [given], folder);
  const file = join(folder, 'a.yaml');
  return { preview, folder, file, text: () => readFileSync(file, 'utf8') };
}

describe('who may ask', () => {
  it('answers on this machine alone, to whoever knows the token', async () => {
    const { preview } = await look();
    expect(preview.address.hostname).toBe('127.0.0.1');
    expect(preview.address.pathname).toMatch(/^\/[\w-]{24}\/$/);
    expect((await preview.ask(preview.route(''))).status).toBe(200);
    for (const path of [
      '/',
      '/units',
      '/wrong/',
      '/wrong/units',
      `${preview.address.pathname.slice(0, -2)}/`,
    ]) {
      expect((await preview.ask(path)).status, path).toBe(404);
    }
  });

  it('refuses a host that is not its own, as a name that was made to point here', async () => {
    const { preview } = await look();
    const { port } = preview.address;
    for (const host of [
      `report.example:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.example`,
    ]) {
      expect((await preview.ask(preview.route('units'), { headers: { host } })).status, host).toBe(421);
    }
  });

  it('lets no page of another origin look or change', async () => {
    const { preview, text } = await look();
    const { unit, version } = await preview.paper();
    const order = preview.posting(JSON.stringify({ unit, version, path: 'members.total', value: '301' }));
    const { origin: _, ...nameless } = order.headers ?? {};
    for (const headers of [
      { ...order.headers, origin: 'http://127.0.0.1:1' },
      { ...order.headers, origin: 'https://report.example' },
      { ...order.headers, origin: 'null' },
      { ...order.headers, 'sec-fetch-site': 'cross-site' },
      nameless,
    ]) {
      const answer = await preview.ask(preview.route('change'), { ...order, headers });
      expect(answer.status).toBe(403);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const looking = { headers: { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' } };
    expect((await preview.ask(preview.route('paper', { unit }), looking)).status).toBe(403);
    expect((await preview.ask(preview.route('change'), { method: 'OPTIONS' })).status).toBe(405);
    expect(text()).toBe(FACTS);
  });

  it('knows its own routes and no path of the disk', async () => {
    const { preview, folder } = await look();
    const token = preview.address.pathname;
    for (const path of [
      'a.yaml',
      '..',
      '../../etc/passwd',
      '%2e%2e%2fa.yaml',
      '__proto__',
      'constructor',
      'page.js/x',
    ]) {
      expect((await preview.ask(`${token}${path}`)).status, path).toBe(404);
    }
    for (const unit of ['', 'u2', 'a.yaml', join(folder, 'a.yaml'), '../a.yaml', '__proto__']) {
      expect((await preview.ask(preview.route('paper', { unit }))).status, unit).toBe(404);
    }
    expect((await preview.ask(preview.route('fact', { unit: 'u1', path: '../../x' }))).status).toBe(404);
    expect((await preview.ask(preview.route('paper', { unit: 'u1', template: '../../x' }))).status).toBe(422);
  });

  it('takes each method only where it belongs, and no body that is too long or none of its own', async () => {
    const { preview, text } = await look();
    expect((await preview.ask(preview.route('change'))).status).toBe(405);
    expect((await preview.ask(preview.route('paper'), preview.posting('{}'))).status).toBe(405);
    expect((await preview.ask(preview.route('units'), { method: 'DELETE' })).status).toBe(405);
    const change = preview.route('change');
    for (const [body, status] of [
      ['{', 400],
      ['null', 400],
      ['{"unit":1}', 400],
      [JSON.stringify({ unit: 'u1', version: '', path: 'members.total', value: 'x'.repeat(300_000) }), 413],
    ] as const) {
      expect((await preview.ask(change, preview.posting(body))).status).toBe(status);
    }
    const form = { 'content-type': 'text/plain', origin: preview.address.origin };
    expect((await preview.ask(change, { ...preview.posting('{}'), headers: form })).status).toBe(415);
    expect(text()).toBe(FACTS);
  });

  it('sends a page that runs its own script alone, and says its address to nobody', async () => {
    const { preview } = await look();
    for (const [route, type] of [
      ['', 'text/html'],
      ['page.js', 'text/javascript'],
      ['page.css', 'text/css'],
      ['paper.css', 'text/css'],
      ['units', 'application/json'],
    ] as const) {
      const { status, headers, body } = await preview.ask(preview.route(route));
      expect(status).toBe(200);
      expect(headers['content-type']).toContain(type);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      );
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['set-cookie']).toBeUndefined();
      if (route === '') expect(body).not.toMatch(/<script(?![^>]* src=)| style=|<style| on\w+=/);
    }
  });
});

describe('what is shown', () => {
  it('shows the paper with each figure and passage under its fact, and what is still open', async () => {
    const { preview } = await look();
    const paper = await preview.paper();
    expect(paper).toMatchObject({ name: '青禾县云溪镇', file: 'a.yaml', standing: 'draft' });
    expect(paper.state).toEqual({ isReadable: true, errors: 0, warnings: 0, gaps: 1 });
    expect(paper.sheets).toContain('<span data-value="members.total">300</span>');
    expect(paper.sheets).toContain(
      '<span data-fact="work.0.title" data-start="0" data-end="6">抓实季度分析</span>',
    );
    expect(paper.gaps).toMatchObject([
      { path: 'members.mobile', label: '流动党员数', measure: '名', kind: 'number', place: { line: 9 } },
    ]);
    expect(paper.findings).toEqual([]);
  });

  it('has a field for the first of what a list lacks, and keeps what has none among the findings', async () => {
    const lacking = FACTS.replace(/工作:[\s\S]*?问题:/, '问题:').replace('日期: 2023-11-06 ', '模板: 没有的');
    const { preview } = await open({ 'a.yaml': lacking });
    const { gaps, findings, standing, state } = await preview.paper();
    expect(gaps.map(({ path }) => path)).toEqual(expect.arrayContaining(['work.0.title', 'report.date']));
    expect(findings).toMatchObject([{ rule: 'schema', message: expect.stringContaining('没有模板') }]);
    expect([standing, state.isReadable]).toEqual(['unreadable', true]);
    expect((await preview.paper('u1', 'self-review')).standing).toBe('draft');
    expect(await preview.change('work.0.title', '抓实季度分析')).toMatchObject({ status: 'saved' });
    expect((await preview.paper()).gaps.map(({ path }) => path)).not.toContain('work.0.title');
  });

  it('leads a finding to its characters in the fact', async () => {
    const { preview } = await open({ 'a.yaml': FACTS.replace('抓实季度分析', '抓实季度分析,摸清底数') });
    const { findings } = await preview.paper();
    expect(findings.find(({ rule }) => rule === 'halfwidth-punctuation')).toMatchObject({
      path: 'work.0.title',
      span: [6, 7],
      place: { file: 'a.yaml', line: 11 },
    });
  });

  it('tells where a fact is written', async () => {
    const { preview } = await look();
    expect(await preview.fact('members.total')).toMatchObject({
      label: '党员总数',
      name: '党员.总数',
      value: '300',
      kind: 'number',
      isThere: true,
      place: { file: 'a.yaml', line: 6 },
      lines: [
        { number: 5, text: '党员:', isOwn: false },
        { number: 6, text: '  总数: 300          # 与名册核对过', isOwn: true },
        { number: 7, text: '  男: 200', isOwn: false },
      ],
    });
    expect(await preview.fact('unit.kind')).toMatchObject({
      kind: 'choice',
      value: '镇',
      choices: ['乡', '镇', '街道', '园区', '县'],
    });
    expect(await preview.fact('members.full')).toMatchObject({ value: '', isThere: false });
  });

  it('leads from the file down to every fact that it has or may have', async () => {
    const { preview } = await look();
    const { parts } = await preview.fact('');
    expect(parts.find(({ path }) => path === 'work')).toMatchObject({
      label: '工作',
      value: '1 项',
      isGroup: true,
    });
    expect(parts.find(({ path }) => path === 'economy')).toMatchObject({ isThere: false });
    expect(await preview.fact('work')).toMatchObject({ adds: 'work.1', parts: [{ value: '抓实季度分析' }] });
    const measure = await preview.fact('measures.0');
    expect(measure.trail.map(({ label }) => label)).toEqual(['全部', '措施']);
    expect(measure.parts.map(({ label, value }) => label + value)).toContain('状态推进中');
    expect(await preview.fact('measures.1')).toMatchObject({ isThere: false, parts: expect.any(Array) });
  });

  it('tells which cells of which roster a figure is counted from', async () => {
    const folder = temporaryFolder();
    cpSync(join(SAMPLES, 'with-rosters'), folder, { recursive: true });
    const preview = await RunningPreview.start(program, ['xueqiao-township.yaml'], folder);
    running.push(preview);
    const { value, counted, rosters } = await preview.fact('members.total');
    expect(counted).toBe(value);
    expect(rosters).toEqual([
      { place: expect.stringMatching(/^党员花名册\.xlsx「.+」[A-Z]+\d+:[A-Z]+\d+$/), rows: Number(value) },
    ]);
  });

  it('escapes whatever a facts file says', async () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&lt;/span>';
    const { preview } = await open({
      'a.yaml': FACTS.replace('抓实季度分析', `'${hostile.replaceAll("'", "''")}'`),
    });
    const { sheets } = await preview.paper();
    expect(sheets).not.toContain('<img');
    expect(sheets).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect((await preview.fact('work.0.title')).value).toBe(hostile);
  });

  it('keeps to the findings where a file cannot be read', async () => {
    const { preview } = await open({ 'a.yaml': `${FACTS}工作：重复\n  乱: [\n` });
    const paper = await preview.paper();
    expect(paper).toMatchObject({ standing: 'unreadable', sheets: '', state: { isReadable: false } });
    expect(paper.findings[0]).toMatchObject({ rule: 'yaml-syntax', severity: 'error' });
  });

  it('prints with another template, and hands the report over as a Word file', async () => {
    const { preview } = await look();
    const { template, ownTemplate, templates } = await preview.paper('u1', 'half-year-summary');
    expect([template, ownTemplate]).toEqual(['half-year-summary', 'self-review']);
    expect(templates.map(({ id }) => id)).toContain('special-report');
    const { status, headers } = await preview.ask(preview.route('word', { unit: 'u1' }));
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('a-草稿.docx')}`,
    );
  });
});

describe('what is changed', () => {
  it('changes the value alone, and takes the change back', async () => {
    const { preview, text } = await open();
    expect(await preview.change('report.date', '2023-11-07')).toEqual({ status: 'saved', label: '报告日期' });
    const changed = FACTS.replace('2023-11-06 ', '2023-11-07 ');
    expect(text()).toBe(changed);
    const { version, undo } = await preview.paper();
    expect(undo).toBe('报告日期');
    expect(await preview.post('undo', { unit: 'u1', version })).toEqual({
      status: 'saved',
      label: '报告日期',
    });
    expect(text()).toBe(FACTS);
    expect(await preview.change('report.date', '2023-11-06')).toMatchObject({ status: 'saved' });
    expect((await preview.paper()).undo).toBeUndefined();
  });

  it('changes a number, a text, a choice and a date, and fills in what is open or absent', async () => {
    const { preview, text } = await open();
    for (const [path, value] of [
      ['members.mobile', '12'],
      ['work.0.title', '抓实季度分析研判'],
      ['measures.0.status', '长期坚持'],
      ['measures.0.deadline', '2024-09'],
      ['members.minority', '8'],
      ['measures.1.title', '谈心谈话'],
      ['economy.income', '12.50'],
    ] as const) {
      expect((await preview.change(path, value, true)).status, path).toBe('saved');
    }
    const expected = FACTS.replace('流动: 待补', '流动: 12\n  少数民族: 8')
      .replace('季度分析', '季度分析研判')
      .replace('推进中', '长期坚持')
      .replace('2024-06', '2024-09')
      .concat('  - 标题: 谈心谈话\n集体经济:\n  收入: 12.50\n');
    expect(text().split('\n').sort()).toEqual(expected.split('\n').sort());
    expect((await preview.paper()).gaps).toEqual([]);
  });

  it('refuses what the fact cannot be', async () => {
    const { preview, text } = await look();
    for (const [path, value, message] of [
      ['members.total', '三百', '整数'],
      ['members.total', '', '不能为空'],
      ['unit.kind', '市', '只能写'],
      ['report.date', '2023-02-30', '不存在'],
      ['work.0.body', '党员{{党员.没有}}名', '没有'],
      ['work.0.body', '零\u200b宽', ''],
      ['work', '3', '不能改'],
      ['no.such', '3', '不能改'],
    ] as const) {
      const reply = await preview.change(path, value);
      expect(reply, `${path} ${value}`).toMatchObject({
        status: 'refused',
        message: expect.stringContaining(message),
      });
    }
    expect(text()).toBe(FACTS);
  });

  it('says before it writes what would contradict, and writes it for who is sure', async () => {
    const { preview, text } = await open();
    const reply = await preview.change('members.total', '301');
    expect(reply).toMatchObject({
      status: 'doubtful',
      findings: [{ message: expect.stringContaining('301') }],
    });
    expect(text()).toBe(FACTS);
    expect(await preview.change('members.total', '301', true)).toMatchObject({ status: 'saved' });
    expect(text()).toBe(FACTS.replace('总数: 300', '总数: 301'));
    expect((await preview.change('members.female', '101')).status).toBe('saved');
    expect((await preview.paper()).state.errors).toBe(0);
  });

  it('writes nothing over what somebody else saved meanwhile', async () => {
    const { preview, file, text } = await open();
    const { unit, version } = await preview.paper();
    const theirs = FACTS.replace('后备力量偏少', '后备力量不足');
    writeFileSync(file, theirs);
    const order = { unit, version, path: 'members.total', value: '299', isSure: true };
    expect(await preview.post('change', order)).toEqual({ status: 'changed' });
    expect(await preview.post('mend', { unit, version })).toEqual({ status: 'changed' });
    expect(text()).toBe(theirs);
  });

  it('takes nothing back that somebody else has changed since', async () => {
    const { preview, file, text } = await open();
    await preview.change('members.mobile', '12');
    const theirs = `${text()}# 又改过\n`;
    writeFileSync(file, theirs);
    const { version, undo } = await preview.paper();
    expect(undo).toBeUndefined();
    expect(await preview.post('undo', { unit: 'u1', version })).toEqual({ status: 'changed' });
    expect(text()).toBe(theirs);
  });

  it('lets one of two changes that come at once be made', async () => {
    const { preview, text } = await open();
    const { unit, version } = await preview.paper();
    const order = (value: string) => ({ unit, version, path: 'members.mobile', value });
    const replies = await Promise.all(
      ['11', '12', '13'].map((value) => preview.post('change', order(value))),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual(['changed', 'changed', 'saved']);
    expect(text()).toMatch(/流动: 1[123]\n/);
  });

  it('makes the corrections that need no asking', async () => {
    const { preview, text } = await open({
      'a.yaml': FACTS.replace('抓实季度分析', '抓实季度分析,摸清底数'),
    });
    const { unit, version, mendable } = await preview.paper();
    expect(mendable).toBe(1);
    expect(await preview.post('mend', { unit, version })).toMatchObject({ status: 'saved' });
    expect(text()).toBe(FACTS.replace('抓实季度分析', '抓实季度分析，摸清底数'));
  });

  it('keeps a byte order mark and Windows’ line ends', async () => {
    const own = `\ufeff${FACTS.replaceAll('\n', '\r\n')}`;
    const { preview, text } = await open({ 'a.yaml': own });
    expect((await preview.change('members.mobile', '12')).status).toBe('saved');
    expect(text()).toBe(own.replace('流动: 待补', '流动: 12'));
  });
});

describe('what it follows', () => {
  it('tells the page of somebody else’s save', async () => {
    const { preview, file } = await open();
    const events = preview.events();
    const before = await preview.paper();
    await events.next();
    writeFileSync(file, FACTS.replace('流动: 待补', '流动: 12'));
    for await (const event of events) if (event === 'changed') break;
    const after = await preview.paper();
    expect(after.version).not.toBe(before.version);
    expect(after.standing).toBe('final');
  });

  it('tells the page of a template of the unit’s own', async () => {
    const { preview, folder } = await open();
    const events = preview.events();
    await events.next();
    const own = join(folder, 'templates', 'own');
    cpSync(join(import.meta.dirname, '../../templates/self-review'), own, { recursive: true });
    writeFileSync(join(folder, 'report.config.yaml'), '模板: own\n');
    for await (const event of events)
      if (event === 'changed' && (await preview.paper()).template === 'own') break;
    expect((await preview.paper()).ownTemplate).toBe('own');
  });

  it('lists the units of a folder with how they stand, also those that come', async () => {
    const wrong = FACTS.replaceAll('云溪镇', '石泉镇').replace('总数: 300', '总数: 301');
    const { preview, folder } = await open({ '乡镇/甲.yaml': FACTS, '乡镇/深/乙.yaml': wrong }, '乡镇');
    const stateOf = async (file: string) => {
      const { units } = await preview.units();
      return units.find((unit) => unit.file === file)?.state;
    };
    await expect
      .poll(() => stateOf('甲.yaml'))
      .toEqual({ isReadable: true, errors: 0, warnings: 0, gaps: 1 });
    await expect.poll(async () => (await stateOf('深/乙.yaml'))?.errors).toBe(1);
    writeFileSync(join(folder, '乡镇', '丙.yaml'), '乱: [');
    await expect.poll(async () => (await stateOf('丙.yaml'))?.isReadable).toBe(false);
    const { folder: name, units } = await preview.units();
    expect([name, units.length]).toEqual(['乡镇', 3]);
    expect((await preview.paper(units.find(({ file }) => file === '深/乙.yaml')?.id)).name).toBe(
      '青禾县石泉镇',
    );
  });
});

describe('the units of a folder beside each other', () => {
  it('tells what they show together, and no longer once it is mended', async () => {
    const copied =
      '全镇上下把换届后的培训当作头等大事来抓，组织新任村干部到先进村跟班学习三周，回来以后人人写出整改清单并在支部大会上公开承诺。';
    const facts = (town: string, text: string) =>
      FACTS.replaceAll('云溪镇', town).replace(/ {4}内容: .*/, `    内容: ${text}`);
    const files = { '县/甲.yaml': facts('云溪镇', copied), '县/乙.yaml': facts('石泉镇', copied) };
    const { preview, folder } = await open({ ...files, '县/丙.yaml': FACTS }, '县');
    const unitOf = async (file: string) => (await preview.units()).units.find((unit) => unit.file === file);
    const rulesOf = async (file: string) =>
      (await preview.paper((await unitOf(file))?.id)).findings.map(({ rule }) => rule).sort();
    await expect.poll(() => rulesOf('乙.yaml')).toEqual(['copied-passage']);
    expect(await rulesOf('甲.yaml')).toEqual(['copied-passage', 'duplicate-unit']);
    expect((await unitOf('甲.yaml'))?.state?.warnings).toBe(2);
    writeFileSync(join(folder, '县', '乙.yaml'), facts('石泉镇', '逐村摸清底数'));
    await expect.poll(() => rulesOf('甲.yaml')).toEqual(['duplicate-unit']);
    expect(await rulesOf('乙.yaml')).toEqual([]);
  });
});

describe('how it begins and ends', () => {
  it('says that a port is taken', async () => {
    const { preview, folder } = await look();
    const { port } = preview.address;
    const second = RunningPreview.start(program, ['a.yaml', '--port', port], folder);
    await expect(second).rejects.toThrow(`端口 ${port} 已经被别的程序占用`);
  });

  it('ends at an interruption, with a page open', async () => {
    const { preview } = await open();
    await preview.events().next();
    preview.child.kill('SIGINT');
    const [status] = await once(preview.child, 'exit');
    expect(status).toBe(130);
  });
});
