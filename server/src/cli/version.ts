import { version as manifestVersion } from '../../../package.json';

/** Version of the product; the bundler keeps this one string of the manifest. */
export const version: string = manifestVersion;
