import { tell } from '../narrator.ts';
import type { Ranked } from './rubric.ts';

/** Prints who leads, and why. */
export function printTable(ranked: readonly Ranked[], count: number): void {
  tell('  #  points  interview  match  price  words  name           country         signals');
  for (const [i, { points, parts, proposal, signals }] of ranked.slice(0, count).entries()) {
    const { displayName, country } = proposal.candidate;
    tell(
      [
        String(i + 1).padStart(3),
        points.toFixed(1).padStart(7),
        parts.interview.toFixed(1).padStart(10),
        parts.match.toFixed(1).padStart(6),
        parts.price.toFixed(1).padStart(6),
        parts.words.toFixed(1).padStart(6),
        ` ${displayName.padEnd(14)}`,
        (country ?? '').padEnd(15),
        signals.join(', '),
      ].join(' '),
    );
  }
}
