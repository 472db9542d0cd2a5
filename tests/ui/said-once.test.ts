import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageKey } from '../../src/ui/messages.tsx';
import { saidOnce } from '../../src/ui/said-once.ts';

test('a message is asked for once with the same values, and again with others', () => {
  const asked: string[] = [];
  const say = saidOnce((key, ...values) => {
    asked.push(`${key}(${values.join(', ')})`);
    return `${asked.length}`;
  });
  const told = [
    say('deskMinutes', 1),
    say('deskMinutes', 2),
    say('deskMinutes', 1),
    say('deskMinutes'),
    say('deskMinutes'),
  ];
  expect(told).toEqual(['1', '2', '1', '3', '3']);
  expect(asked).toEqual(['deskMinutes(1)', 'deskMinutes(2)', 'deskMinutes()']);
});

test('however much is said, it is what would be said without being remembered', () => {
  const plain = (key: string, ...values: (string | number)[]) => JSON.stringify([key, ...values.map(String)]);
  const say = saidOnce(plain);
  for (let number = 0; number < 5_000; number += 1)
    expect(say('deskMinutes', number)).toBe(plain('deskMinutes', number));
  const key = fc.constantFrom<MessageKey[]>('deskInMinutes', 'deskMinutes');
  const values = fc.array(fc.oneof(fc.string(), fc.nat(3)), { maxLength: 3 });
  fc.assert(
    fc.property(key, values, (name, given) => {
      expect(say(name, ...given)).toBe(plain(name, ...given));
    }),
  );
});
