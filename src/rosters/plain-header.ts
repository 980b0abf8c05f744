/** A header without what does not tell it from another: spaces, line breaks, marks, and what is in brackets. */
export function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[([【〔〈<][^)\]】〕〉>]*[)\]】〕〉>]/gu, '')
    .replace(/[\s*＊“”"'‘’「」《》:：、,，。.;；/／\\|_-]/gu, '');
}
