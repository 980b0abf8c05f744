import { once } from 'node:events';

/** Opens an address in the user's browser; false where there seems to be none. */
export async function openBrowser(address: string): Promise<boolean> {
  const [program, ...args] = opener(address);
  if (program === undefined) return false;
  const { spawn } = await import('node:child_process');
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.unref();
  return Promise.race([once(child, 'spawn').then(() => true), once(child, 'error').then(() => false)]).catch(
    () => false,
  );
}

/** What hands an address to the browser; nothing on a machine without a screen. */
function opener(address: string): readonly string[] {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  if (process.platform === 'darwin') return ['open', address];
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return hasScreen ? ['xdg-open', address] : [];
}
