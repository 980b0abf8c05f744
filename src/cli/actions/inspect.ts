export async function inspect(...args: unknown[]): Promise<number> {
  return 70;
}
