/** What a mistyped word was probably meant to be. */
import { distance } from 'fastest-levenshtein';
import { BUILT_IN_ATTRIBUTES, SUBJECTS } from './subjects';

const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['instanceid', 'ec2InstanceId'],
  ['instance-id', 'ec2InstanceId'],
  ['ec2-instance-id', 'ec2InstanceId'],
  ['group', 'task:group'],
  ['taskgroup', 'task:group'],
  ['task.group', 'task:group'],
  ['tasks:group', 'task:group'],
  ['runningtasks', 'runningTasksCount'],
  ['runningcount', 'runningTasksCount'],
  ['taskcount', 'runningTasksCount'],
  ['version', 'agentVersion'],
  ['connected', 'agentConnected'],
]);

const SUBJECT_TEXTS = SUBJECTS.map((s) => s.text).filter((text) => text !== 'attribute:');
const ATTRIBUTE_NAMES = BUILT_IN_ATTRIBUTES.map((a) => a.name);

/** The subject that an unknown one resembles. */
export function suggestSubject(text: string): string | undefined {
  const lower = text.toLowerCase();
  const nickname = NICKNAMES.get(lower);
  if (nickname) return nickname;
  const prefixed = /^(attributes?|attr|attribut)[:.=](.+)$/i.exec(text);
  if (prefixed) return `attribute:${prefixed[2]}`;
  if (lower.startsWith('ecs.')) return `attribute:${suggestAttribute(text) ?? text}`;
  const bare = nearest(
    lower,
    ATTRIBUTE_NAMES.map((name) => name.replace(/^ecs\.(capability\.)?/, '')),
    1,
  );
  if (bare) return `attribute:${ATTRIBUTE_NAMES.find((name) => name.endsWith(`.${bare}`))}`;
  return nearest(text, SUBJECT_TEXTS, Math.max(2, Math.floor(text.length / 4)));
}

/** The built-in attribute that a name resembles; undefined for a built-in name and for one unlike any. */
export function suggestAttribute(name: string): string | undefined {
  const found = nearest(name, ATTRIBUTE_NAMES, 3);
  return found === name ? undefined : found;
}

/** The closest of the words within so many edits; case differences count nothing. */
export function nearest(word: string, words: readonly string[], limit: number): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of words) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}
