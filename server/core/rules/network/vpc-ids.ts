import type { Fix } from '../../finding';
import type { Fact } from '../../model/fact';
import { factOf, split } from '../fixes';
import { isPlaceholder } from '../placeholder';
import type { Found } from '../rule';

export interface IdData {
  value: string;
  /** What the value looks like instead, in words, when that is plain. */
  looksLike: string | undefined;
  /** The ids, when one item holds several, as flags of the command line do. */
  several: string[] | undefined;
}

/**
 * Values of a list that are no ids of the wanted kind: the prefix, then 8 or 17 hexadecimal digits. One with the right
 * prefix and other characters is only a note: nobody has recorded what ECS says, and people shorten ids in examples.
 * Source: EC2 resource id format; R309, R310.
 */
export function wrongIds(list: Fact<string[]>, prefix: 'subnet-' | 'sg-'): Found<IdData>[] {
  return list.items.flatMap((item) => {
    const value = item.value;
    if (value === undefined || isId(value, prefix) || isIdToCome(value, prefix)) return [];
    const parts = value.split(/[\s,]+/).filter((part) => part !== '');
    const several = parts.length > 1 && parts.every((part) => part.startsWith(prefix)) ? parts : undefined;
    const severity = value.startsWith(prefix) && !several ? ('information' as const) : ('warning' as const);
    return [{ at: item as Fact, data: { value, looksLike: looksLike(value), several }, severity }];
  });
}

function isId(value: string, prefix: string): boolean {
  return value.startsWith(prefix) && /^(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(value.slice(prefix.length));
}

/** Words or one letter over and over where an id goes later: `subnet-SUBNET_ID_1`, `subnet-[first]`, `sg-zzz`. */
function isIdToCome(value: string, prefix: string): boolean {
  if (isPlaceholder(value) || /(.)\1{3}/.test(value)) return true;
  return value.startsWith(prefix) && /[A-Z]{2}|^\[.*\]$|^(.)\1\1$/.test(value.slice(prefix.length));
}

function looksLike(value: string): string | undefined {
  if (value.startsWith('arn:')) return 'an ARN';
  const kind = /^(subnet|sg|vpc|eni)-/.exec(value)?.[1];
  const names = { subnet: 'a subnet', sg: 'a security group', vpc: 'a VPC', eni: 'a network interface' };
  return kind ? names[kind as keyof typeof names] : undefined;
}

/** Gives each id an item of its own; the order of such lists means nothing. */
export function splitIds({ at, data }: Found<IdData>): Fix[] {
  return data.several ? [{ title: 'Split into items', safe: false, changes: split(factOf(at), data.several) }] : [];
}
