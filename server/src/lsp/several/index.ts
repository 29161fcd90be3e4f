import type { Feature } from '../session';
import { definition } from './definition';
import { OverviewFeature } from './overview';
import { references } from './references';

/** What can be asked about several reports at once. */
export const severalFeatures = (): readonly Feature[] => [definition, references, new OverviewFeature()];
