import { both, type Bilingual } from '../../../core/text/bilingual';
import { OfficeProblem } from '../../types';
import { setText, textOf, type Parts } from './package';
import { contentTypes, Relations } from './relations';
import { mergedStyles } from './template-styles';
import { PLACE, type Template } from './template-read';

/** Which parts of a template's document a report can take over. */
const TAKEN = /\/(?:header|footer|image|theme|numbering|hyperlink|footnotes|endnotes)$/;

/** Ours in the template's package. */
const OURS = ['settings', 'fontTable', 'styles'];

/**
 * A report as a document of the office whose template it is: its paper, margins, header, footer and styles, our text. Nothing of
 * the template's properties is taken over.
 * @param ours the report as a document of its own
 */
export function intoTemplate(ours: Parts, template: Template): { readonly parts: Parts; readonly notices: readonly Bilingual[] } {
  const folder = template.main.replace(/[^/]*$/, '');
  const parts: Parts = new Map();
  const relations = new Relations(textOf(template.parts, `${folder}_rels/${template.main.slice(folder.length)}.rels`) ?? '');
  const kept = relations.all.filter((each) => TAKEN.test(each.type) && (each.external ? each.type.endsWith('/hyperlink') : template.parts.has(each.path(folder))));
  for (const { external, type, path } of kept) if (!external) take(template.parts, parts, path(folder), type);
  const styles = mergedStyles(textOf(template.parts, relations.all.find((each) => each.type.endsWith('/styles'))?.path(folder) ?? '') ?? EMPTY, textOf(ours, 'word/styles.xml') ?? EMPTY);
  const result = new Relations('', kept);
  for (const name of OURS) result.add(name, `${name}.xml`);
  setText(parts, `${folder}styles.xml`, styles.xml);
  setText(parts, `${folder}fontTable.xml`, textOf(ours, 'word/fontTable.xml') ?? '');
  const numbered = withPageNumbers(ours, template, parts, result, styles.ids, folder);
  setText(parts, `${folder}settings.xml`, (textOf(ours, 'word/settings.xml') ?? '').replace(/<w:evenAndOddHeaders\/>/, numbered.evenAndOdd ? '<w:evenAndOddHeaders/>' : ''));
  const body = /<w:body>([\s\S]*)<w:sectPr/.exec(textOf(ours, 'word/document.xml') ?? '')?.[1] ?? '';
  setText(parts, template.main, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${withSpaces(template.open)}<w:body>${template.before}${renamed(body, styles.ids)}${template.behind}${numbered.section}</w:body></w:document>`);
  setText(parts, `${folder}_rels/${template.main.slice(folder.length)}.rels`, result.xml());
  for (const path of ['docProps/core.xml', 'docProps/app.xml']) setText(parts, path, textOf(ours, path) ?? '');
  setText(parts, '_rels/.rels', (textOf(ours, '_rels/.rels') ?? '').replace('word/document.xml', template.main));
  setText(parts, '[Content_Types].xml', contentTypes(textOf(template.parts, '[Content_Types].xml') ?? '', parts, template.main));
  return { parts, notices: template.saysMore ? [both(`模板正文里的文字没有用；要保留，请在模板里放年报的地方单独写一段 ${PLACE}`, `The text of the template's body was left out; to keep it, write ${PLACE} in a paragraph of its own where the report goes`)] : [] };
}

const EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:styles>';

/** A part and what it shows. @throws OfficeProblem where it shows something from outside, or tells of changes and their authors */
function take(from: Parts, to: Parts, path: string, type: string): void {
  const bytes = from.get(path);
  if (!bytes || to.has(path)) return;
  to.set(path, bytes);
  if (!path.endsWith('.xml')) return;
  if (/\/(?:header|footer)$/.test(type) && /<w:(?:ins|del|moveFrom|moveTo|commentReference)[\s>/]/.test(textOf(from, path) ?? '')) throw new OfficeProblem(both('模板的页眉或页脚里有修订或批注，请先接受或删去', "The template's header or footer has tracked changes or comments; accept or delete them first"));
  const folder = path.replace(/[^/]*$/, '');
  const file = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const relations = textOf(from, file);
  if (relations === undefined) return;
  to.set(file, from.get(file) as Uint8Array);
  for (const each of new Relations(relations).all) {
    if (each.external && !each.type.endsWith('/hyperlink')) throw new OfficeProblem(both('模板引用了别处的文件，不能用', 'The template shows files from elsewhere and cannot be used'));
    if (!each.external) take(from, to, each.path(folder), each.type);
  }
}

/** Our page numbers, where the template has no footer. */
function withPageNumbers(ours: Parts, template: Template, parts: Parts, relations: Relations, ids: ReadonlyMap<string, string>, folder: string): { readonly section: string; readonly evenAndOdd: boolean } {
  const differs = [...template.parts].some(([name]) => name.endsWith('settings.xml') && /<w:evenAndOddHeaders(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(textOf(template.parts, name) ?? ''));
  if (/<w:footerReference\s/.test(template.section)) return { section: template.section, evenAndOdd: differs };
  // A header for all pages stays on all of them: then the numbers stand at the same side everywhere.
  const evenAndOdd = differs || !/<w:headerReference\s/.test(template.section);
  const references = (evenAndOdd ? ['default', 'even'] : ['default']).map((type, i) => {
    const name = `reportFooter${i + 1}.xml`;
    setText(parts, `${folder}${name}`, renamed(textOf(ours, `word/footer${i + 1}.xml`) ?? '', ids));
    return `<w:footerReference w:type="${type}" r:id="${relations.add('footer', name)}"/>`;
  });
  const section = template.section.replace(/^<w:sectPr([^>]*)\/>$/, '<w:sectPr$1></w:sectPr>');
  const [first = ''] = /^<w:sectPr[^>]*>(?:<w:headerReference[^>]*\/>)*/.exec(section) ?? [];
  return { section: `${first}${references.join('')}${section.slice(first.length)}`, evenAndOdd };
}

/** The document's namespaces with the ones a section's references need. */
const withSpaces = (open: string): string => (open.includes('xmlns:r=') ? open : open.replace('<w:document', '<w:document xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'));

const renamed = (xml: string, ids: ReadonlyMap<string, string>): string => xml.replace(/<w:(pStyle|rStyle) w:val="([^"]*)"\/>/g, (_, element: string, id: string) => `<w:${element} w:val="${ids.get(id) ?? id}"/>`);
