/** What a package can be made for; each is the end of a registry package's name that holds Node for it. */
export const PLATFORMS = ['linux-x64', 'linux-arm64', 'win-x64'] as const;

export type Platform = (typeof PLATFORMS)[number];

export function isPlatform(name: string): name is Platform {
  return (PLATFORMS as readonly string[]).includes(name);
}

/** Node 22: 20 is out of support, and there is a build of this release for every platform. */
export const NODE_RELEASE = '22.23.3';
