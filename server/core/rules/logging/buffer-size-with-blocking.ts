import type { Fact } from '../../model/fact';
import { factOf, remove, replace } from '../fixes';
import { api } from '../links';
import { defineRule } from '../rule';
import { AWSLOGS, fargateTask, ON_FARGATE } from '../task-definition/samples';
import { logsOf } from './logs';
import { ec2Log, GROUP, PREFIX, REGION } from './samples';

const LOG = `${ec2Log('awslogs')}${GROUP}${REGION}${PREFIX}`;

export default defineRule<{ mode: Fact }>({
  id: 'buffer-size-with-blocking',
  severity: 'warning',
  group: 'logging',
  on: 'shape',
  since: '0.1.0',
  sources: ['R410'],
  docs: {
    what: 'max-buffer-size in blocking mode.',
    why: 'The buffer exists only in non-blocking mode; in blocking mode the size has no effect.',
    instead: 'Write mode: non-blocking, or remove max-buffer-size.',
    links: [api('LogConfiguration')],
  },
  check(ctx, report) {
    for (const { options } of logsOf(ctx)) {
      const size = options.get('max-buffer-size');
      const mode = options.get('mode');
      if (!size.known || !mode.is('blocking')) continue;
      const related = [{ at: mode, message: 'The mode' }];
      report({ at: { fact: size as Fact, key: true }, data: { mode: mode as Fact }, related, tags: ['unnecessary'] });
    }
  },
  message: () =>
    'max-buffer-size has no effect in blocking mode: there is no buffer. Write mode: non-blocking, or remove it.',
  fix: ({ at, data }) => [
    { title: 'Write mode: non-blocking', safe: false, changes: replace(data.mode, 'non-blocking') },
    { title: 'Remove max-buffer-size', safe: true, changes: remove(factOf(at)) },
  ],
  examples: {
    invalid: [
      {
        text: `${LOG}      mode: blocking\n      ⟦max-buffer-size⟧: 4m\n`,
        fixed: `${LOG}      mode: non-blocking\n      max-buffer-size: 4m\n`,
      },
      {
        text: ON_FARGATE,
        taskDefinition: fargateTask(`${AWSLOGS}        mode: blocking\n        ⟦max-buffer-size⟧: 4m\n`),
        fixed: fargateTask(`${AWSLOGS}        mode: non-blocking\n        max-buffer-size: 4m\n`),
      },
    ],
    valid: [
      { text: `${LOG}      mode: non-blocking\n      max-buffer-size: 4m\n` },
      { text: `${LOG}      max-buffer-size: 4m\n` },
    ],
  },
});
