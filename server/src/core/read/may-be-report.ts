/**
 * The cheap look: the words every such report has, by plain searches. It stands alone, for the client looks too before
 * it starts anything.
 */
export function mayBeReport(text: string): boolean {
  return (text.includes('信息公开') || text.includes('信息公開') || text.includes('政务公开')) && (/报\s?告|報告|年报/.test(text) || text.includes('勾稽关系'));
}
