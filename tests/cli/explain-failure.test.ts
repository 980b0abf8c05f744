import { CommanderError } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explainFailure } from '../../src/cli/terminal/explain-failure.ts';
import { UserError } from '../../src/diagnostics/user-error.ts';

let printed = '';

beforeEach(() => {
  printed = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('explainFailure', () => {
  it('gives wrong usage and what the system refused its message and 2', () => {
    expect(explainFailure(new UserError('没有这个模板。', '可用的有甲、乙。'))).toBe(2);
    expect(printed).toBe('错误：没有这个模板。\n  可用的有甲、乙。\n');
    expect(
      explainFailure(
        new CommanderError(1, 'commander.missingArgument', "error: missing required argument '路径'"),
      ),
    ).toBe(2);
    const full = Object.assign(new Error('ENOSPC: no space'), {
      code: 'ENOSPC',
      syscall: 'write',
      path: 'a.docx',
    });
    expect(explainFailure(full)).toBe(2);
    expect(printed).toContain('无法读写 a.docx：磁盘已满');
  });

  it('owns up to a bug of ours with 70, and keeps the stack to itself', () => {
    expect(explainFailure(new Error('no such unit: 7'))).toBe(70);
    expect(printed).toContain('程序内部错误：no such unit: 7');
    expect(printed).not.toContain('explain-failure.test');
  });

  it('shows the stack to whoever asks for it', () => {
    vi.stubEnv('REPORT_DEBUG', '1');
    explainFailure(new Error('x'));
    expect(printed).toContain('explain-failure.test');
  });

  it('lets no message write to the terminal as it likes', () => {
    explainFailure(new UserError('文件 \u001b[2J.yaml'));
    expect(printed).toBe('错误：文件 ␛[2J.yaml\n');
  });
});
