import { readFileSync } from 'node:fs';

const form = readFileSync(new URL('../samples/faultless.md', import.meta.url), 'utf8');

/** An invented report: all requests are those of natural persons, and everything that has to agree agrees. */
export interface Invented {
  readonly agency: string;
  readonly year: number;
  /** Words of the title before the year, if they are not just the agency. */
  readonly title?: string;
  readonly received?: number;
  readonly carriedIn?: number;
  readonly carriedOut?: number;
  readonly licences?: number;
  readonly issued?: number;
  readonly inForce?: number;
  /** Stands in section 一. */
  readonly prose?: string;
  /** Last line, e.g. a signature. */
  readonly end?: string;
}

const row = (label: string, value: number): string => `${label} | ${value} | 0 | 0 | 0 | 0 | 0 | ${value} |`;

export function invent({ agency, year, title = agency, received = 5, carriedIn = 0, carriedOut = 0, licences = 0, issued = 0, inForce = 0, prose = '', end = '' }: Invented): string {
  const done = received + carriedIn - carriedOut;
  const tables = form
    .slice(form.indexOf('## 二、'), form.indexOf('## 五、'))
    .replace(/\| 行政规范性文件 .*/, `| 行政规范性文件 | ${issued} | 0 | ${inForce} |`)
    .replace(/\| 行政许可 .*/, `| 行政许可 | ${licences} |  |  |`)
    .replace(/\| 行政处罚 .*/, '| 行政处罚 | 0 |  |  |')
    .replace(/^(\| .*?)((?: \| \d+){7}) \|$/gm, (line: string, label: string) => {
      if (label.includes('一、')) return row(label, received);
      if (label.includes('二、')) return row(label, carriedIn);
      if (label.includes('予以公开') && label.includes('（一）')) return row(label, done);
      if (label.includes('（七）')) return row(label, done);
      if (label.includes('四、')) return row(label, carriedOut);
      return row(label, 0);
    })
    .replace(/^\|(?: \d+ \|){15}$/m, `|${' 0 |'.repeat(15)}`);
  return `# ${title}${year}年政府信息公开工作年度报告

统计期限为${year}年1月1日至${year}年12月31日。

## 一、总体情况

（一）主动公开情况。按时公开各类信息。${prose}

（二）依申请公开情况。依法办理申请。

（三）政府信息管理情况。发布前逐条审查。

（四）政府信息公开平台建设情况。维护网站专栏。

（五）监督保障情况。定期检查、通报。

${tables}## 五、存在的主要问题及改进情况

（一）存在的主要问题。解读材料形式单一，更新有时不及时。

（二）改进情况。已改为图文解读，每周检查更新。

## 六、其他需要报告的事项

${year}年未收取政府信息公开信息处理费。
${end}`;
}
