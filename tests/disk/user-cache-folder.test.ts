import { describe, expect, it } from 'vitest';
import { userCacheFolder } from '../../src/disk/user-cache-folder.ts';

const at = (platform: NodeJS.Platform, env: Record<string, string>, home = '/home/li') =>
  userCacheFolder({ platform, env, homedir: () => home });

describe('the folder of the user for what can be done without', () => {
  it('is where the system keeps such things', () => {
    expect(at('linux', {})).toBe('/home/li/.cache/report');
    expect(at('linux', { XDG_CACHE_HOME: '/var/cache/li' })).toBe('/var/cache/li/report');
    expect(at('darwin', {})).toBe('/home/li/Library/Caches/report');
    expect(at('win32', { LOCALAPPDATA: '/c/li' })).toBe('/c/li/report/Cache');
    expect(at('win32', {})).toBe('/home/li/AppData/Local/report/Cache');
  });

  it('is never a path that depends on where the program was started', () => {
    expect(at('linux', { XDG_CACHE_HOME: 'cache' })).toBe('/home/li/.cache/report');
    expect(at('linux', {}, '')).toBeUndefined();
  });

  it('is missing where the system knows no such user', () => {
    const homedir = () => {
      throw new Error('uv_os_homedir returned ENOENT');
    };
    expect(userCacheFolder({ platform: 'linux', env: {}, homedir })).toBeUndefined();
  });
});
