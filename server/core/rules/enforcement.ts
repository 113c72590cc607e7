import type { Enforced } from '../../../schemas/shape';
import type { Severity } from '../finding';

/** A limit that nobody has seen enforced is a warning at most. */
export function severityOf(enforced: Enforced): Severity {
  return enforced === 'model' || enforced === 'recorded' ? 'error' : 'warning';
}

/** How a message speaks of a limit, to end "…, and": so that nobody takes a documented limit for a seen refusal. */
export function refusal(enforced: Enforced): string {
  switch (enforced) {
    case 'model':
      return 'the request is refused';
    case 'recorded':
      return 'ECS refuses it';
    case 'doc':
      return 'AWS documents this limit';
    case 'assumption':
      return 'it is not likely to work, though AWS does not document it';
  }
}
