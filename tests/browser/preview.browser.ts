import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../built-program.ts';
import { RunningPreview } from '../preview/running-preview.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { findChromium } from './find-chromium.ts';
import { focused, launchChromium, OFFICE } from './open-page.ts';

const SAMPLES = join(import.meta.dirname, '../../data-samples');
const CHROMIUM = findChromium();
if (CHROMIUM === undefined) {
  console.warn('No Chromium here: the page of report preview was not tried (name one by CHROMIUM=…).');
}

const FACTS = `# 云溪镇的事实
单位: { 名称: 青禾县云溪镇, 类型: 镇 }
报告:
  日期: 2023-11-06   # 报出的日子
党员:
  总数: 300          # 与名册核对过
  男: 200
  女: 100
  流动: 待补
  申请人: 待补       # 组织办在核
工作:
  - 标题: 抓实季度分析,摸清底数
    内容: 全镇共有党员{{党员.总数}}名，逐个站所摸清底数
问题:
  - 标题: 后备力量偏少
措施:
  - { 标题: 建立后备人才库, 对应问题: [后备力量偏少], 责任单位: 党建办, 状态: 推进中, 时限: 2024-06 }
`;

let program: string;
let browser: Browser;
const running: RunningPreview[] = [];

describe.runIf(CHROMIUM !== undefined)('the page', () => {
  beforeAll(async () => {
    program = await buildProgram();
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const preview of running.splice(0)) await preview.end();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('sets every sample on pages of 22 lines, and loses nothing', async () => {
    const { page, preview } = await open({}, '.', (folder) => {
      for (const name of readdirSync(SAMPLES).filter((each) => each.endsWith('.yaml'))) {
        cpSync(join(SAMPLES, name), join(folder, name));
      }
    });
    const { units } = await preview.units();
    for (const { id, name } of units) {
      await page.evaluate((unit) => {
        location.hash = unit;
      }, id);
      await expect.poll(() => page.title()).toContain(name);
      await page.locator('.page-number').first().waitFor();
      const { text, pages } = await page.locator('.pages').evaluate(readPages);
      const paper = await preview.paper(id);
      const whole = await page.evaluate(textOfSheets, paper.sheets);
      expect(text, name).toBe(whole);
      for (const { lines, last, isRead } of pages) {
        expect(isRead, name).toBe(true);
        expect(lines, name).toBeLessThanOrEqual(22);
        expect(last, name).not.toMatch(/heading|caption|legend|signatory/);
      }
      expect(pages.slice(0, -1).filter(({ lines }) => lines >= 20).length, name).toBeGreaterThan(0);
    }
  });

  it('sets 28 characters on a line', async () => {
    const body = '云'.repeat(200);
    const { page } = await open({ 'a.yaml': FACTS.replace('全镇共有党员{{党员.总数}}名，', body) });
    const counts = await page
      .locator('[data-fact="work.0.body"]')
      .first()
      .evaluate((fact) => {
        const tops = new Map<number, number>();
        const [text] = fact.childNodes;
        if (text === undefined) return [];
        for (let at = 0; at < 200; at += 1) {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const { top } = range.getBoundingClientRect();
          tops.set(Math.round(top), (tops.get(Math.round(top)) ?? 0) + 1);
        }
        return [...tops.values()];
      });
    expect(counts.slice(1, -1).every((count) => count === 28)).toBe(true);
  });

  it('leads from a finding to its place, and from a figure to its line, where it is corrected and taken back', async () => {
    const { page, text } = await open();
    await page.locator('.finding button').first().click();
    await expect.poll(() => page.locator('.is-selected').first().textContent()).toContain('抓实季度分析');
    expect(await page.locator('.slip.warning').textContent()).toBe(',');
    await page.locator('[data-value="members.total"]').first().click();
    const panel = page.getByRole('tabpanel');
    await expect.poll(() => panel.textContent()).toContain('a.yaml 第6行');
    expect(await panel.locator('.own').textContent()).toContain('总数: 300          # 与名册核对过');
    await page.getByLabel('党员总数').fill('301');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel.textContent()).toContain('还没有保存');
    expect(text()).toBe(FACTS);
    await page.keyboard.press('Enter');
    await expect.poll(text).toBe(FACTS.replace('总数: 300', '总数: 301'));
    await expect.poll(() => page.locator('[data-value="members.total"]').first().textContent()).toBe('301');
    await page.getByRole('button', { name: '撤销：党员总数' }).click();
    await expect.poll(text).toBe(FACTS);
  });

  it('lets a passage, a date and a choice be changed in the field of their kind', async () => {
    const { page, text } = await open();
    await page.locator('[data-fact="work.0.body"]').first().click();
    await page.getByLabel('内容').fill('全镇党员{{党员.总数}}名\n逐个站所摸清底数');
    await page.keyboard.press('Control+Enter');
    await expect.poll(text).toContain('全镇党员{{党员.总数}}名');
    await expect.poll(() => page.locator('.pages').textContent()).toContain('全镇党员300名');
    await page.locator('[data-value="report.date"]').first().click();
    await page.getByLabel('报告日期').fill('2023年11月31日');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('tabpanel').textContent()).toContain('日期不存在');
    await page.getByLabel('报告日期').fill('2023年11月30日');
    await page.keyboard.press('Enter');
    await expect.poll(text).toContain('日期: 2023年11月30日   # 报出的日子');
    await page.getByRole('button', { name: '全部' }).click();
    await page.getByRole('button', { name: '单位', exact: false }).first().click();
    await page.getByRole('button', { name: '类型' }).click();
    await page.getByLabel('单位类型').selectOption('乡');
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(text).toContain('类型: 乡');
  });

  it('is used without a mouse: one gap after another, then a figure on the paper', async () => {
    const { page, text } = await open();
    await page.keyboard.press('F8');
    await expect.poll(() => focused(page)).toBe('value-members.mobile');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('value-members.applicants');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await expect
      .poll(text)
      .toBe(FACTS.replace('流动: 待补', '流动: 12').replace('申请人: 待补 ', '申请人: 9 '));
    await expect.poll(() => page.getByRole('tab', { name: '待补' }).textContent()).toBe('待补');
    await page.keyboard.press('Escape');
    for (let step = 0; step < 60; step += 1) {
      if ((await focusedFact(page)) === 'members.total') break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('value-members.total');
  });

  it('is redrawn after somebody else’s save, and keeps what is being typed', async () => {
    const { page, file, text } = await open();
    await page.locator('[data-value="members.total"]').first().click();
    await page.getByLabel('党员总数').fill('3');
    const theirs = FACTS.replace('总数: 300', '总数: 310').replace('女: 100', '女: 110');
    writeFileSync(file, theirs);
    await expect.poll(() => page.locator('[data-value="members.total"]').first().textContent()).toBe('310');
    await page.keyboard.type('05');
    expect(await page.getByLabel('党员总数').inputValue()).toBe('305');
    await expect.poll(() => page.getByRole('tabpanel').textContent()).toContain('文件里现在写的是“310”');
    expect(text()).toBe(theirs);
  });

  it('keeps the last paper of a file that cannot be read, and says so', async () => {
    const { page, file } = await open();
    writeFileSync(file, `${FACTS}乱: [\n`);
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('读不出来');
    expect(await page.locator('.pages.is-old .sheet').count()).toBeGreaterThan(0);
    writeFileSync(file, FACTS);
    await expect.poll(() => page.getByRole('alert').isVisible()).toBe(false);
  });

  it('goes from unit to unit of a folder, and looks at another template', async () => {
    const other = FACTS.replaceAll('云溪镇', '石泉镇').replaceAll('待补', '8');
    const { page, text } = await open({ 'a.yaml': FACTS, 'b.yaml': other }, '.');
    await page.getByRole('navigation', { name: '单位' }).getByText('石泉镇').click();
    await expect.poll(() => page.title()).toContain('石泉镇');
    await expect.poll(() => page.locator('.pages').textContent()).toContain('石泉镇');
    await page.getByRole('navigation', { name: '单位' }).getByText('云溪镇').click();
    await page.getByLabel('模板').selectOption('half-year-summary');
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).first().textContent())
      .toContain('云溪镇');
    await page.getByRole('button', { name: '写进文件' }).click();
    await expect.poll(text).toContain('模板: half-year-summary');
  });

  it('runs nothing that a facts file says', async () => {
    const hostile = `"<img src=x onerror=alert(1)><script>alert(2)</script>\\"'{{x}}"`;
    const facts = FACTS.replace('抓实季度分析,摸清底数', hostile).replace('青禾县云溪镇', hostile);
    const said: string[] = [];
    const { page } = await open(
      { 'a.yaml': facts, 'b.yaml': facts },
      '.',
      () => {},
      (fresh) => {
        fresh.on('dialog', (dialog) => said.push(dialog.message()));
        fresh.on('console', (message) => said.push(message.text()));
        fresh.on('pageerror', (error) => said.push(error.message));
        fresh.on('request', (request) => {
          if (!request.url().startsWith('http://127.0.0.1:')) said.push(request.url());
        });
      },
    );
    await page.locator('[data-fact="work.0.title"]').first().click();
    await expect.poll(() => page.getByLabel('工作标题').inputValue()).toContain('<img src=x');
    expect(await page.locator('img, script:not([src])').count()).toBe(0);
    expect(await page.locator('.pages').textContent()).toContain('<script>alert(2)</script>');
    expect(said).toEqual([]);
  });

  it('is out of reach for a page of another origin, even one that knows the address', async () => {
    const { page, preview, text } = await open();
    const { unit, version } = await preview.paper();
    const order = JSON.stringify({ unit, version, path: 'members.mobile', value: '7', isSure: true });
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        '<!doctype html><title>别处</title><iframe id="frame"></iframe><form id="form" method="post" enctype="text/plain"></form>',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const context = await browser.newContext();
      const foreign = await context.newPage();
      await foreign.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
      const address = preview.address.href;
      const seen = await foreign.evaluate(
        async ([base, body]) => {
          const post = (headers: Record<string, string>, mode: RequestMode) =>
            fetch(`${base}change`, { method: 'POST', headers, body: body ?? '', mode }).then(
              (response) => `${response.type} ${response.status}`,
              () => 'refused',
            );
          const events = new EventSource(`${base}events`);
          const heard = await new Promise((resolve) => {
            events.onopen = () => resolve('open');
            events.onerror = () => resolve('refused');
          });
          events.close();
          return [
            await fetch(`${base}units`).then(
              (response) => response.text(),
              () => 'refused',
            ),
            await post({ 'Content-Type': 'application/json' }, 'cors'),
            await post({ 'Content-Type': 'text/plain' }, 'no-cors'),
            heard,
          ];
        },
        [address, order],
      );
      expect(seen[0]).toBe('refused');
      expect(seen[1]).toBe('refused');
      expect(seen[3]).toBe('refused');
      await foreign.evaluate(
        ([base, body]) => {
          const form = document.querySelector<HTMLFormElement>('#form');
          const input = document.createElement('input');
          input.name = body ?? '';
          form?.append(input);
          if (form !== null) form.action = `${base}change`;
          form?.submit();
        },
        [address, order],
      );
      await foreign.waitForLoadState();
      expect(text()).toBe(FACTS);
      expect(await page.locator('.pages .sheet').count()).toBeGreaterThan(0);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  it.each([
    ['an office screen', 1366, 768],
    ['a phone', 390, 844],
  ])('fits on %s, and every control has a name', async (_, width, height) => {
    const { page } = await open({ 'a.yaml': FACTS, 'b.yaml': FACTS }, '.');
    await page.setViewportSize({ width, height });
    await page.locator('[data-value="members.total"]').first().click();
    await expect.poll(() => page.getByLabel('党员总数').isVisible()).toBe(true);
    const { overflow, nameless } = await page.evaluate(() => {
      const controls = [...document.querySelectorAll<HTMLElement>('button, a, input, select, textarea')];
      const isNamed = (control: HTMLElement) =>
        [
          control.textContent,
          control.getAttribute('aria-label'),
          document.querySelector(`label[for="${CSS.escape(control.id)}"]`)?.textContent,
          control.closest('label')?.textContent,
        ].some((name) => (name ?? '').trim() !== '');
      return {
        overflow: document.documentElement.scrollWidth - innerWidth,
        nameless: controls.filter((control) => !isNamed(control)).map((control) => control.outerHTML),
      };
    });
    expect(nameless).toEqual([]);
    expect(overflow).toBeLessThanOrEqual(0);
    const desk = await page.locator('#desk').evaluate((each) => each.scrollWidth - each.clientWidth);
    expect(desk).toBeLessThanOrEqual(0);
  });
});

/** A page on a preview of files in a new folder. */
async function open(
  files: Readonly<Record<string, string>> = { 'a.yaml': FACTS },
  given = 'a.yaml',
  prepare: (folder: string) => void = () => {},
  listen: (page: Page) => void = () => {},
) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  prepare(folder);
  const preview = await RunningPreview.start(program, [given], folder);
  running.push(preview);
  const context = await browser.newContext({ viewport: OFFICE });
  const page = await context.newPage();
  listen(page);
  await page.goto(preview.address.href);
  await page.locator('.pages .sheet').first().waitFor();
  const file = join(folder, 'a.yaml');
  return { page, preview, file, text: () => readFileSync(file, 'utf8') };
}

/** The path of the figure or passage that has the keyboard. */
function focusedFact(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const host = document.activeElement?.shadowRoot?.activeElement as HTMLElement | null | undefined;
    return host?.dataset.value ?? host?.dataset.fact;
  });
}

/** What stands on the pages: their text, and of each how many lines it has and in which role its last block is. */
function readPages(root: Element) {
  const pages = [...root.children].map((page) => {
    const blocks = [...page.children].filter((block) => !/header|page-number/.test(block.className));
    const last = blocks.at(-1);
    const inner = page.getBoundingClientRect();
    const scale = inner.width / (page as HTMLElement).offsetWidth;
    const line = 38.6 * scale;
    const top = blocks[0]?.getBoundingClientRect().top ?? 0;
    const bottom = last?.getBoundingClientRect().bottom ?? 0;
    return {
      lines: Math.round((bottom - top) / line),
      last: last?.className ?? '',
      isRead: page.getAttribute('aria-label')?.startsWith('第') === true,
    };
  });
  for (const head of root.querySelectorAll('.continued > thead, .continued > caption')) head.remove();
  for (const extra of root.querySelectorAll('.page-number, .header')) extra.remove();
  return { text: (root.textContent ?? '').replace(/\s/g, ''), pages };
}

function textOfSheets(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const header of parsed.querySelectorAll('.header')) header.remove();
  return (parsed.body.textContent ?? '').replace(/\s/g, '');
}
