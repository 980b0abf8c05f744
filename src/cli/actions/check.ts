export async function check(paths: readonly string[], flags: object): Promise<number> {
  return 70;
}
