/** The part of mocha's tdd interface that the suite uses. */
declare function suite(title: string, define: () => void): void;
declare function test(title: string, run: () => void | Promise<void>): void;
declare function teardown(run: () => void | Promise<void>): void;
