import { describe, expect, it } from 'vitest';
import { completeQuery, hoverQuery, parseQuery } from '../../server/core/query';
import { readCursor } from './marks';

function labels(marked: string, known = {}): string[] {
  const { text, offset } = readCursor(marked);
  return completeQuery(text, offset, known).map((item) => item.label);
}

describe('completion', () => {
  it('offers subjects, attributes, not and ( where a clause begins', () => {
    for (const place of ['$0', 'attribute:a == b and $0', '($0', 'not $0', 'att$0', 'not(attribute:ecs.i$0']) {
      const offered = labels(place);
      expect(offered).toEqual(
        expect.arrayContaining([
          'attribute:ecs.instance-type',
          'attribute:',
          'runningTasksCount',
          'task:group',
          'not',
          '(',
        ]),
      );
      expect(offered).not.toContain('and');
    }
  });

  it('offers the operators that the subject takes', () => {
    expect(labels('runningTasksCount $0')).toEqual(['==', '!=', '>', '>=', '<', '<=']);
    expect(labels('ec2InstanceId $0')).toEqual(['==', '!=', 'in', '!in', '=~', '!~']);
    expect(labels('attribute:a $0')).toEqual(['==', '!=', 'in', '!in', '=~', '!~', 'exists', '!exists']);
    expect(labels('attribute:ecs.awsvpc-trunk-id $0').slice(0, 2)).toEqual(['exists', '!exists']);
    expect(labels('attribute:a =$0 b')).toContain('=~');
  });

  it('offers values, known ones included', () => {
    expect(labels('attribute:ecs.os-type == $0')).toEqual(['linux', 'windows']);
    expect(labels('attribute:ecs.os-type == li$0')).toEqual(['linux', 'windows']);
    expect(labels('attribute:ecs.os-type in [linux, $0')).toEqual(['windows']);
    expect(labels('attribute:ecs.os-type in [$0]')).toEqual(['linux', 'windows']);
    expect(labels('attribute:ecs.os-type in $0')).toEqual(['[']);
    expect(labels('attribute:ecs.os-type in [linux $0')).toEqual([',', ']']);
    expect(labels('agentConnected == $0')).toEqual(['true', 'false']);
    expect(labels('task:group == $0', { taskGroups: ['service:web'] })).toEqual(['service:web']);
    expect(labels('attribute:stack == $0', { attributes: { stack: ['prod'] } })).toEqual(['prod']);
    expect(labels('$0', { attributes: { stack: ['prod'] } })).toContain('attribute:stack');
    expect(labels('attribute:ecs.instance-type =~ $0', { attributes: { 'ecs.instance-type': ['m5.large'] } })).toEqual([
      'm5\\.large',
      'm5\\..*',
    ]);
  });

  it('quotes a value with spaces', () => {
    const { text, offset } = readCursor('attribute:stack == $0');
    expect(completeQuery(text, offset, { attributes: { stack: ['blue green'] } })[0]?.newText).toBe("'blue green'");
  });

  it('offers connectors after a clause, and ) while a group is open', () => {
    expect(labels('attribute:a == b $0')).toEqual(['and', 'or']);
    expect(labels('attribute:a == b an$0')).toEqual(['and', 'or']);
    expect(labels('(attribute:a exists $0')).toEqual([')', 'and', 'or']);
  });

  it('replaces the word under the cursor to its end', () => {
    const { text, offset } = readCursor('not attribute:ecs.in$0stance == t3.micro');
    const item = completeQuery(text, offset).find((other) => other.label === 'attribute:ecs.instance-type');
    expect(item).toMatchObject({ start: 4, end: 26, newText: 'attribute:ecs.instance-type' });
    expect(text.slice(0, 4) + item?.newText + text.slice(26)).toBe('not attribute:ecs.instance-type == t3.micro');
  });

  it('every operator and clause it offers reads without a problem', () => {
    for (const item of completeQuery('', 0).filter((other) => other.kind === 'attribute' || other.kind === 'subject')) {
      if (item.label === 'attribute:') continue;
      for (const operator of completeQuery(`${item.newText} `, item.newText.length + 1)) {
        const argument = operator.label.includes('exists') ? '' : operator.label.endsWith('in') ? '[x]' : 'x';
        expect(parseQuery(`${item.newText} ${operator.newText} ${argument}`).problems).toEqual([]);
      }
    }
  });

  it('has an answer at every offset of everything', () => {
    const text = "not(attribute:a in [b, 'c d']) and x =~ (t|u) or == ] 'q";
    for (let offset = -1; offset <= text.length + 1; offset++) {
      for (const item of completeQuery(text, offset)) {
        expect(item.start).toBeGreaterThanOrEqual(0);
        expect(item.end).toBeLessThanOrEqual(text.length);
        expect(item.start).toBeLessThanOrEqual(Math.max(offset, 0));
      }
    }
  });
});

describe('hover', () => {
  const hover = (marked: string) => {
    const { text, offset } = readCursor(marked);
    return hoverQuery(text, offset);
  };

  it('says what a clause asks', () => {
    const found = hover('attribute:a == b and attribute:ecs.inst$0ance-type =~ t3.*');
    expect(found).toMatchObject({ start: 21, end: 56 });
    expect(found?.text).toContain('The task goes only to instances where the instance type matches `t3.*`.');
    expect(found?.text).toContain('The EC2 instance type.');
  });

  it('explains the operator under the cursor', () => {
    expect(hover('runningTasksCount <$0= 5')?.text).toContain('`<=`, also written `less_than_equal`');
  });

  it('explains connectors by what they join', () => {
    expect(hover('attribute:a == b o$0r runningTasksCount < 5')?.text).toBe(
      'One of these clauses must hold:\n- the attribute `a` is `b`\n- the number of running tasks is below `5`',
    );
    expect(hover('n$0ot(task:group == db)')?.text).toContain('a task of the group `db` runs on the instance');
  });

  it('has nothing to say beside the expression', () => {
    expect(hover('$0')).toBeUndefined();
    expect(hover('attribute:a == b and   $0')).toBeUndefined();
  });
});
