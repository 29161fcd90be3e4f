import { main } from './cli/main';

// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

// Not `process.exit`: what is still on its way into a pipe would be lost.
void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
