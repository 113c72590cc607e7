import { lastIndexAt } from '../../../server/core/rollout/decimate';
import type { Report, ServiceEvent } from '../../../server/core/simulator/report/types';
import { eventTimes } from './cursor';
import { PagedTable } from './paged-table';
import { Cause } from './reveal';
import { Section } from './section';
import { Moment } from './series-table';
import { report, time } from './state';

/** What ECS writes into the service's event log, and what happened around it. */
export function Events() {
  const now = report.value as Report;
  return (
    <Section id="events" title="Service events" note={String(now.events.length)}>
      {() => <EventTable />}
    </Section>
  );
}

function EventTable() {
  const now = report.value as Report;
  return (
    <PagedTable
      caption="Service events"
      columns={[{ name: 'Time' }, { name: 'Event' }, { name: 'Because of' }]}
      rows={now.events.length}
      follow={lastIndexAt(eventTimes(now), time.value)}
      row={(i) => {
        const { at, message, source, kind } = now.events[i] as ServiceEvent;
        return [
          <Moment key="at" at={at} />,
          <span key="message" class={`event ${kind}`}>
            {message}
          </span>,
          <Cause key="cause" source={source} />,
        ];
      }}
    />
  );
}
