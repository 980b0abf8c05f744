export async function listTemplates(...args: unknown[]): Promise<number> {
  return 70;
}
