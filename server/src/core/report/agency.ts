import type { ReportReading } from '../read/types';
import type { UnitLevel } from './report';

/** Agency as the title names it, and its level where the name alone is certain. */
export function readAgency(reading: ReportReading): { readonly agency: string; readonly level: UnitLevel } {
  const agency = reading.title?.agency ?? '';
  return { agency, level: levelOf(agency) };
}

const OFFICES = '(?:人民政府)?(?:办公室|党政办公室|党政综合办公室)?';
const TOWNSHIP = new RegExp(`(?:乡|镇|苏木|街道|街道办事处|街道办)${OFFICES}$`);
/** Districts that are none in law: development zones, new areas, parks. */
const ZONE = /(?:开发|高新|经开|示范|保税|管理|旅游|度假|产业|工业|物流|自贸|试验|实验|合作|风景|名胜|景|园|新|矿|港|库|林|特|功能|集聚|综保|技术|创新)区/;
const COUNTY = new RegExp(`[^治](?:县|自治县|旗|自治旗|区)${OFFICES}$`);
const COUNTY_DEPARTMENT = /[^治](?:县|自治县|旗|自治旗|区)[^省市县区州]{2,24}(?:局|委员会|委|办公室|中心|馆|所|站|队|支队|大队)$/;
const MUNICIPALITY = /^(?:北京|上海|天津|重庆)市(?:人民政府)?(?:办公厅)?$/;

/**
 * What kind of organ bears a name. 市 alone says nothing (prefecture or county), nor does a zone: they stay unknown.
 * @param agency the name as the title has it, without space
 */
export function levelOf(agency: string): UnitLevel {
  if (agency.length < 2) return 'unknown';
  if (MUNICIPALITY.test(agency) || /(?:省|自治区)(?:人民政府)?(?:办公厅)?$/.test(agency)) return 'province';
  if (/自治州(?:人民政府)?(?:办公室)?$/.test(agency)) return 'prefecture';
  if (ZONE.test(agency)) return TOWNSHIP.test(agency) ? 'township' : 'unknown';
  if (TOWNSHIP.test(agency)) return 'township';
  if (/自治区/.test(agency) && !/自治区.*(?:县|旗|区)/.test(agency)) return 'unknown';
  if (COUNTY.test(agency)) return 'county';
  if (COUNTY_DEPARTMENT.test(agency)) return 'countyDepartment';
  return 'unknown';
}
