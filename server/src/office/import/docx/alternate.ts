import { child, descendants, type Element, type Node } from '../tree';

/** Of two ways to say the same thing the one with text in it; never both. */
export function chosen(alternate: Element): readonly Node[] {
  const [choice, fallback] = [child(alternate, 'mc:Choice'), child(alternate, 'mc:Fallback')];
  const speaks = (each: Element | undefined): boolean => each !== undefined && [...descendants(each)].some(({ name }) => name === 'w:t' || name === 'w:txbxContent');
  return (speaks(choice) || !speaks(fallback) ? (choice ?? fallback) : fallback)?.children ?? [];
}
