import { Bench } from 'tinybench';

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Median and p99 of times in ms, and the lowest tenth: what a machine does that has nothing else to do. */
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), low: quantile(sorted, 0.1), samples: sorted.length };
}

/** Runs `task` a few times with the benchmark library and gives the times in ms. */
function sample(name, task, iterations) {
  const bench = new Bench({ time: 0, iterations, warmup: false, retainSamples: true });
  bench.add(name, task);
  bench.runSync();
  const [{ result }] = bench.tasks;
  if (result.error) throw result.error;
  return result.latency.samples;
}

/**
 * Measures tasks in turns, a few runs of each in every round, so that whatever else the machine does meets all alike.
 * @param tasks by name @param rounds the first fifth only warms up
 */
export function interleaved(tasks, rounds, iterations = 2) {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const got = sample(name, task, iterations);
      if (round >= rounds / 5) times[name].push(...got);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, each]) => [name, summary(each)]));
}

/** The lowest of a few runs, in ms. */
export const lowest = (task, runs) => Math.min(...sample('growth', task, runs));
