import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Log, Notification, Region, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import { rules, type Severity } from '../core';
import { rulePage, rulePages } from '../lsp/rule-page';
import type { Language } from './language';
import { printableJson } from './printable';
import type { Diagnostic, FileResult, Range } from './result';
import { version } from './version';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** The result as SARIF 2.1.0 for code-scanning services: fixes and related places included. */
export function sarifOutput(results: readonly FileResult[], problems: readonly string[], language: Language): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'disclosure-report', fullName: '政府信息公开年报 · Disclosure Report', version, semanticVersion: version, language: language === 'zh' ? 'zh-CN' : 'en-US', rules: rules.map((rule) => descriptor(rule, language)) } },
        // Columns as the editor counts them; most consumers assume so anyway.
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: [
              ...problems.map((text) => notification(text)),
              ...results.flatMap(({ path, failures }) => failures.map((text) => notification(text, path))),
            ],
          },
        ],
        artifacts: results.map(({ path }) => ({ location: location(path) })),
        results: results.flatMap((file, i) => file.diagnostics.map((diagnostic) => resultOf(file, i, diagnostic))),
      },
    ],
  };
  return `${printableJson(JSON.stringify(log, undefined, 2))}\n`;
}

const notification = (text: string, path?: string): Notification => ({ level: 'error', message: { text }, ...(path === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: location(path) } }] }) });

function descriptor({ code, title, basis, severity }: (typeof rules)[number], language: Language): ReportingDescriptor {
  const configuration: ReportingConfiguration = { level: LEVELS[severity] };
  return {
    id: code,
    name: code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title[language] },
    fullDescription: { text: basis[language] },
    helpUri: rulePage(rulePages(undefined, version), code),
    defaultConfiguration: configuration,
    properties: { tags: ['政府信息公开', 'disclosure-report'], 'problem.severity': severity === 'error' || severity === 'warning' ? severity : 'recommendation' },
  };
}

function resultOf({ path }: FileResult, index: number, diagnostic: Diagnostic): Result {
  const artifactLocation = { ...location(path), index };
  const { code, severity, message, range, related, fixes, fingerprint } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: rules.findIndex((rule) => rule.code === code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: region(range) } }],
    partialFingerprints: { 'disclosureReport/v1': fingerprint },
    ...(related.length === 0 ? {} : { relatedLocations: related.map((place, id) => ({ id, message: { text: place.message }, physicalLocation: { artifactLocation: place.path === undefined ? artifactLocation : location(place.path), region: region(place.range) } })) }),
    ...(fixes.length === 0
      ? {}
      : {
          fixes: fixes.map(({ title, replacements }) => ({
            description: { text: title },
            artifactChanges: [{ artifactLocation, replacements: replacements.map((each) => ({ deletedRegion: region(each.range), insertedContent: { text: each.newText } })) }],
          })),
        }),
  };
}

/** SARIF counts lines and columns from 1; an empty region is an insertion. */
const region = ({ start, end }: Range): Region => ({ startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 });

/** Relative to the working folder where possible: such a log means the same on another machine. */
function location(path: string): ArtifactLocation {
  const below = relative(process.cwd(), resolve(path));
  if (isAbsolute(below) || below.split(sep)[0] === '..') return { uri: pathToFileURL(resolve(path)).href };
  return { uri: below.split(sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
