// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/capture/read-page.ts';
import { Capture } from '../../src/domain/capture.ts';

function dueDaysIn(body: string): string[] | undefined {
  const page = new DOMParser().parseFromString(`<!doctype html><body>${body}`, 'text/html');
  return Capture.parse(readPage(page, 'https://a.example/x')).dueDays;
}

const described = (thing: object) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;

describe('the last day of a call, a job or an event', () => {
  test.each([
    ['the end of a job', described({ '@type': 'JobPosting', validThrough: '2031-03-12T23:59' }), '2031-03-12'],
    ['the beginning of an event', described({ '@type': 'Event', startDate: '2031-05-02' }), '2031-05-02'],
    [
      'that of a kind of event',
      described({ '@graph': [{ '@type': 'EducationEvent', startDate: '2031-05-02' }] }),
      '2031-05-02',
    ],
    ['words in cells that touch', '<dl><dt>Deadline</dt><dd>12 March 2031</dd></dl>', '2031-03-12'],
    ['words with an element inside', '<p>Applications <b>close</b> on <time>March 12, 2031</time>.</p>', '2031-03-12'],
  ])('is %s', (_, body, day) => {
    expect(dueDaysIn(body)).toEqual([day]);
  });

  test.each([
    [
      'the day of an article',
      described({ '@type': 'NewsArticle', datePublished: '2031-03-12', startDate: '2031-03-12' }),
    ],
    ['what stands in a script', '<script>const deadline = "12 March 2031";</script>'],
    ['a day that is none', described({ '@type': 'Event', startDate: { year: 2031 } })],
    ['on a page without one', '<p>Text.</p>'],
  ])('is not %s', (_, body) => {
    expect(dueDaysIn(body)).toBeUndefined();
  });
});
