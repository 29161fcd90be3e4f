// Mocha's browser build, the only one for both hosts, reads the address of the page; the Node host has none.
(globalThis as { location?: unknown }).location ??= { search: '' };
