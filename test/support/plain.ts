import { format2019, format2021 } from '../../server/src/core/format';
import { layouts } from './layouts';
import { makeModel, type Model, type Size } from './model';
import { writeReport, type Choices, type Written } from './report';

/** One consistent report, always the same for the same arguments. */
export const report = (size: Size = 'some', seed = 7, format: '2021' | '2019' = '2021'): Model =>
  makeModel(format === '2019' ? format2019 : format2021, '云溪县青禾镇人民政府', format === '2019' ? 2020 : 2024, size, seed);

/** That report in a layout by its number in domain.md §8, without any noise. */
export function plainly(model: Model, layout: string, choices: Partial<Choices> = {}): Written {
  const found = layouts.find((each) => each.name.startsWith(`${layout} `));
  if (!found) throw new Error(`no layout ${layout}`);
  return writeReport(model, { layout: found, tape: [], ...choices });
}
