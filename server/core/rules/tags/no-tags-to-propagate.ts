import { factOf, replace } from '../fixes';
import { CREATE_SERVICE } from '../links';
import { defineRule } from '../rule';
import { WEB } from '../samples';

export default defineRule<null>({
  id: 'no-tags-to-propagate',
  severity: 'information',
  group: 'tags',
  on: 'service',
  since: '0.1.0',
  sources: ['R340'],
  profiles: ['create-service'],
  docs: {
    what: 'propagateTags SERVICE in a service without tags.',
    why: 'New tasks get the tags of the service, and there are none. Managed tags arrive without it.',
    instead: 'Add tags, or take the tags of the task definition with TASK_DEFINITION.',
    links: [CREATE_SERVICE],
  },
  check({ service }, report) {
    const propagate = service.get('propagateTags');
    const managed = service.get('enableECSManagedTags');
    if (!propagate.is('SERVICE') || !service.get('tags').none) return;
    if (managed.absent || managed.is(false)) report({ at: propagate, data: null });
  },
  message: () =>
    'propagateTags SERVICE copies the tags of the service to its tasks, and this service has none. Add tags, or write TASK_DEFINITION if they stand there.',
  fix: ({ at }) => [{ title: 'Write TASK_DEFINITION', safe: false, changes: replace(factOf(at), 'TASK_DEFINITION') }],
  examples: {
    invalid: [{ text: `${WEB}propagateTags: ⟦SERVICE⟧\n`, fixed: `${WEB}propagateTags: TASK_DEFINITION\n` }],
    valid: [
      { text: `${WEB}propagateTags: SERVICE\ntags:\n  - key: team\n    value: web\n` },
      { text: `${WEB}propagateTags: SERVICE\nenableECSManagedTags: true\n` },
    ],
  },
});
