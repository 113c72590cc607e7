/**
 * What a rule looked at, by top-level member. A rule that found nothing need not run again while nothing of it changes:
 * that is what makes a keystroke cheap.
 */
export class Reads {
  readonly members = new Set<string>();
  /** It looked at the definition as a whole: its members, their number. */
  whole = false;
  /** It asked for the traits of the service. */
  traits = false;
  /** It looked beyond the file, at things that can change by themselves. */
  beyond = false;
}
