export async function checkTemplates(...args: unknown[]): Promise<number> {
  return 70;
}
