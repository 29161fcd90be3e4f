import type { Feature } from '../session';
import { contributionsFeature } from './contributions';
import { definition } from './definition';
import { OverviewFeature } from './overview';
import { references } from './references';
import { sums } from './sums';

/** What can be asked about several reports at once. */
export const severalFeatures = (): readonly Feature[] => [definition, references, sums, contributionsFeature, new OverviewFeature()];
