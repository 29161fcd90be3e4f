import { fold } from '../text/fold';

export { fold };
