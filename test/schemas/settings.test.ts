import { describe, expect, it } from 'vitest';
import { settings, shapeAt } from '../../schemas/runtime';
import { OPTIONS } from '../../server/core/simulator/options';
import { TIMINGS } from '../../server/core/simulator/timings';

const keysAt = (path: string): string[] => {
  const shape = shapeAt(settings, path);
  return shape?.type === 'map' ? Object.keys(shape.keys ?? {}).sort() : [];
};

describe('the settings of the simulator', () => {
  it('offer its timings by name, and the three totals', () => {
    const totals = ['launchToRunning', 'runningToHealthy', 'stopToStopped'];
    expect(keysAt('simulator.timings')).toEqual([...Object.keys(TIMINGS), ...totals].sort());
  });

  it('offer its options by name', () => {
    expect(keysAt('simulator.options')).toEqual(Object.keys(OPTIONS).sort());
  });
});
