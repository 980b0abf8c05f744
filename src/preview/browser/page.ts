import type { ChangeReply, FindingNote, ListedUnits, PaperNote } from '../messages.ts';
import { BarView } from './bar-view.ts';
import { pageElement } from './element.ts';
import { FactView } from './fact-view.ts';
import { FindingsView } from './findings-view.ts';
import { GapsView } from './gaps-view.ts';
import { PaperView } from './paper-view.ts';
import { RefusedByServer, server } from './server.ts';
import { Tabs } from './tabs.ts';
import { UnitsView } from './units-view.ts';

/** The page: asks the server for the unit that is open and draws it, again after every change. The views know nothing of each other. */
class Page {
  #list: ListedUnits = { units: [] };
  #unit = location.hash.slice(1);
  #paper: PaperNote | undefined;
  /** Another template than the facts' own, to look at. */
  #template = '';
  #path = '';
  /** Something has changed that was not asked for yet. */
  #isStale = false;
  #refreshing: Promise<void> | undefined;

  readonly #view = new PaperView(pageElement('desk'), { onPress: (path) => void this.#select(path, 'edit') });
  readonly #findings = new FindingsView({
    onPress: (finding) => void this.#showFinding(finding),
    mend: () => void this.#act((order) => server.mend(order)),
  });
  readonly #gaps = new GapsView({
    save: (path, value) => this.#save(path, value, false),
    saveSurely: (path, value) => this.#save(path, value, true),
    onFocus: (path) => void this.#view.select(path),
  });
  readonly #fact = new FactView({
    save: (path, value, isSure) => this.#save(path, value, isSure),
    showNext: () => this.#view.showNext(),
    open: (path) => void this.#select(path, 'edit'),
  });
  readonly #bar = new BarView(pageElement('bar'), {
    openUnit: (unit) => this.#openUnit(unit),
    chooseTemplate: (id) => {
      this.#template = id;
      void this.refresh();
    },
    keepTemplate: () => void this.#keepTemplate(),
    undo: () => void this.#act((order) => server.undo(order)),
  });
  readonly #units = new UnitsView(pageElement('units'), (unit) => this.#openUnit(unit));
  readonly #tabs = new Tabs(pageElement('panel'), [
    { id: 'findings', title: '问题', content: this.#findings.element },
    { id: 'gaps', title: '待补', content: this.#gaps.element },
    { id: 'fact', title: '出处与修改', content: this.#fact.element },
  ]);

  /** Follows what happens to the files, and what keys are for everything. */
  start(): void {
    const events = server.events();
    events.addEventListener('open', () => void this.refresh());
    events.addEventListener('changed', () => void this.refresh());
    events.addEventListener('units', () => void this.#refreshUnits());
    events.addEventListener('error', () => {
      this.#warn('与预览程序的连接断了。它可能已经结束：请再运行一次 report preview，或等它自己接上。');
    });
    addEventListener('keydown', (event) => this.#onKey(event));
    addEventListener('hashchange', () => this.#openUnit(location.hash.slice(1)));
  }

  /** Asks for everything anew; what did not change is not drawn again. Kept once what was asked for last is drawn. */
  refresh(): Promise<void> {
    this.#isStale = true;
    this.#refreshing ??= this.#refreshWhileStale().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refreshWhileStale(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      try {
        await this.#refreshOnce();
      } catch (error) {
        if (!(error instanceof RefusedByServer)) throw error;
        this.#warn(`${error.message}${error.hint}`);
      }
    }
  }

  async #refreshOnce(): Promise<void> {
    this.#list = await server.units();
    const known = this.#list.units.find(({ id }) => id === this.#unit) ?? this.#list.units[0];
    if (known === undefined) return this.#warn('文件夹里现在没有事实文件。');
    this.#unit = known.id;
    const paper = await server.paper(this.#unit, this.#template);
    if (this.#isStale) return;
    this.#paper = paper;
    await this.#draw(paper);
  }

  async #draw(paper: PaperNote): Promise<void> {
    const isLost = paper.standing === 'unreadable';
    this.#warn(isLost ? (paper.state.isReadable ? UNPRINTABLE_NOTICE : UNREADABLE_NOTICE) : '');
    this.#bar.show(paper, this.#list);
    this.#units.show(this.#list, this.#unit);
    this.#findings.show(paper);
    this.#gaps.show(paper);
    this.#tabs.count('findings', paper.findings.length);
    this.#tabs.count('gaps', paper.gaps.length);
    await this.#view.draw(paper);
    await this.#showFact();
  }

  async #refreshUnits(): Promise<void> {
    this.#list = await server.units().catch(() => this.#list);
    this.#units.show(this.#list, this.#unit);
    if (this.#paper !== undefined) this.#bar.show(this.#paper, this.#list);
  }

  #openUnit(unit: string): void {
    if (unit === this.#unit || unit === '') return;
    this.#unit = unit;
    this.#template = '';
    history.replaceState(null, '', `#${unit}`);
    this.#path = '';
    this.#view.clear();
    this.#tabs.fold();
    void this.refresh();
  }

  async #showFinding({ path, place }: FindingNote): Promise<void> {
    if (path !== '' && (await this.#select(path, 'look'))) return;
    this.#say(`在 ${place.file} 第 ${place.line} 行。`);
  }

  /** Opens a fact: to be edited at once, or only to be looked at. False where there is none. */
  async #select(path: string, purpose: 'edit' | 'look'): Promise<boolean> {
    this.#path = path;
    if (!(await this.#showFact())) return false;
    this.#tabs.open('fact');
    this.#view.select(path);
    if (purpose === 'edit' && !matchMedia(NARROW_WINDOW).matches) this.#fact.focus();
    return true;
  }

  async #showFact(): Promise<boolean> {
    const [path, paper] = [this.#path, this.#paper];
    if (paper === undefined) return false;
    try {
      const fact = await server.fact(paper.unit, path);
      if (path !== this.#path || fact === null) return true;
      this.#fact.show(fact, paper, this.#view.select(path, false));
      return true;
    } catch (error) {
      if (!(error instanceof RefusedByServer)) throw error;
      if (path === this.#path && path !== '') this.#unselect();
      return false;
    }
  }

  #unselect(): void {
    this.#path = '';
    this.#view.select('', false);
    void this.#showFact();
  }

  async #save(path: string, value: string, isSure: boolean): Promise<ChangeReply> {
    return this.#act((order) => server.change({ ...order, path, value, isSure }));
  }

  /** Looks at the facts' own template again once it is in the file. */
  async #keepTemplate(): Promise<void> {
    const reply = await this.#save('report.template', this.#template, true);
    if (reply.status === 'refused') this.#warn(`${reply.message}。${reply.hint}`);
  }

  async #act(ask: (order: { unit: string; version: string }) => Promise<ChangeReply>): Promise<ChangeReply> {
    if (this.#paper === undefined) return { status: 'changed' };
    const { unit, version } = this.#paper;
    try {
      const reply = await ask({ unit, version });
      if (reply.status === 'saved') this.#say(`已存进文件：${reply.label}`);
      if (reply.status === 'saved' || reply.status === 'changed') await this.refresh();
      return reply;
    } catch (error) {
      if (!(error instanceof RefusedByServer)) throw error;
      return { status: 'refused', message: error.message, hint: error.hint };
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#view.focus();
      this.#tabs.fold();
    } else if (event.key === 'F8') {
      this.#tabs.open('gaps');
      this.#gaps.focus();
      event.preventDefault();
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !isTyping()) {
      this.#bar.undo();
      event.preventDefault();
    }
  }

  #warn(text: string): void {
    const notice = pageElement('notice');
    notice.hidden = text === '';
    if (notice.textContent !== text) notice.textContent = text;
  }

  /** For the eye and for who hears the page. */
  #say(text: string): void {
    const status = pageElement('status');
    status.textContent = text;
    status.classList.remove('is-shown');
    requestAnimationFrame(() => status.classList.add('is-shown'));
  }
}

/** As in page.css. */
const NARROW_WINDOW = '(max-width: 860px)';
const UNREADABLE_NOTICE = '事实文件现在读不出来，下面是改动以前的样子。请照右边的问题改正文件。';
const UNPRINTABLE_NOTICE =
  '照这个模板现在排不出报告，下面是改动以前的样子。请照右边的问题改正，或换一个模板。';

function isTyping(): boolean {
  return (
    document.activeElement instanceof HTMLElement &&
    /^(?:INPUT|TEXTAREA)$/.test(document.activeElement.tagName)
  );
}

new Page().start();
