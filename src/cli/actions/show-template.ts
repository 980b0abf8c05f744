export async function showTemplate(...args: unknown[]): Promise<number> {
  return 70;
}
