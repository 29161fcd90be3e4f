/** What the benchmark measures, bundled as it is shipped (tsx would slow it down). */
export { analyse, applyEdits, mayBeReport } from '../../server/src/core';
export { draft, hostile, layouts, models, repeated, SIZES } from './drafts';
