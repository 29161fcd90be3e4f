// Loaded before every test file. Property tests run the same cases every time, so that a change is judged by what it
// changed; PROPERTY_SEED=random looks for new ones (the seed is printed and repeats the run), PROPERTY_RUNS for more.
import fc from 'fast-check';

const FIXED = 20211230;
const wanted = process.env.PROPERTY_SEED;
const seed = wanted === undefined || wanted === '' ? FIXED : wanted === 'random' ? (Date.now() ^ (process.pid << 8)) | 0 : Number(wanted);
process.env.PROPERTY_SEED = String(seed);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
