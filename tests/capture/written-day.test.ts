import { expect, test } from 'vitest';
import { dayInAddress, writtenDay } from '../../src/capture/written-day.ts';

test.each([
  ['February 27, 2031', '2031-02-27'],
  ['Published on: Feb. 27, 2031 5 min read', '2031-02-27'],
  ['27 February 2031', '2031-02-27'],
  ['Thursday the 27th of February 2031', '2031-02-27'],
  ['27. Februar 2031', '2031-02-27'],
  ['Donnerstag, 3. März 2031, 10:15 Uhr', '2031-03-03'],
  ['27 février 2031 à 07:19', '2031-02-27'],
  ['1er août 2031', '2031-08-01'],
  ['27 de febrero de 2031', '2031-02-27'],
  ['1 de dezembro de 2031', '2031-12-01'],
  ['27.fev.2031 às 12h55', '2031-02-27'],
  ['27 maggio 2031', '2031-05-27'],
  ['27 mei 2031', '2031-05-27'],
  ['27. února 2031', '2031-02-27'],
  ['27. července 2031', '2031-07-27'],
  ['27. června 2031', '2031-06-27'],
  ['27 listopada 2031', '2031-11-27'],
  ['27 października 2031', '2031-10-27'],
  ['27 maj 2031', '2031-05-27'],
  ['27. marts 2031', '2031-03-27'],
  ['27 augusti 2031', '2031-08-27'],
  ['27 февраля 2031 г., 10:15', '2031-02-27'],
  ['27 мая 2031', '2031-05-27'],
  ['27 июля 2031', '2031-07-27'],
  ['27.02.2031', '2031-02-27'],
  ['7. 2. 2031', '2031-02-07'],
  ['2031年2月27日07:17', '2031-02-27'],
  ['2031년 2월 27일', '2031-02-27'],
  ['Dec 28 Sat 2030 00:28', '2030-12-28'],
  ['2031-02-27', '2031-02-27'],
  ['by kovarex on 2031-02-27, all posts', '2031-02-27'],
  ['Feb 27, 2031 · Updated Mar 3, 2031', '2031-02-27'],
  ['2/27/2031 7:11 AM', '2031-02-27'],
  ['27/2/2031', '2031-02-27'],
  ['5/8/2031', ''],
  ['02.27.31', ''],
  ['30 February 2031', ''],
  ['Marketing 27, 2031', ''],
  ['Issue 12, 2031', ''],
  ['Mar 27', ''],
  ['1.2.2031.4', '2031-02-01'],
  ['192.168.20.31', ''],
  ['', ''],
])('the day in %j is %j', (text, day) => {
  expect(writtenDay(text)).toBe(day);
});

test.each([
  ['en-US', '2031-05-08'],
  ['en_us', '2031-05-08'],
  ['en-GB', '2031-08-05'],
  ['de', '2031-08-05'],
  ['pt-BR', '2031-08-05'],
  ['en', ''],
  ['ja', ''],
  ['', ''],
])('5/8/2031 on a page in %j is %j', (language, day) => {
  expect(writtenDay('5/8/2031', language)).toBe(day);
});

test('two figures are a year only where the order is known', () => {
  expect(writtenDay('3/09/31 8:00am', 'en-US')).toBe('2031-03-09');
  expect(writtenDay('3/09/31 8:00am', 'en-GB')).toBe('2031-09-03');
  expect(writtenDay('3/09/31 8:00am', 'en')).toBe('');
  expect(writtenDay('3/09/31 8:00am', 'ja')).toBe('');
});

test.each([
  ['https://tide.example/2031/02/27/rope/', '2031-02-27'],
  ['https://tide.example/world/2031/2/7/rope', '2031-02-07'],
  ['https://tide.example/news/20310227/rope', '2031-02-27'],
  ['https://tide.example/2031-02/27/content_1.htm', '2031-02-27'],
  ['https://tide.example/posts/2031-02-27-rope.html', '2031-02-27'],
  ['https://tide.example/rope-20310227', '2031-02-27'],
  ['https://tide.example/2031/02/rope', ''],
  ['https://tide.example/2031/13/45/rope', ''],
  ['https://tide.example/id/203102271', ''],
  ['https://tide.example/rope?date=2031/02/27/', ''],
  ['https://2031.02.27.example/', ''],
])('the day in %s is %j', (address, day) => {
  expect(dayInAddress(address)).toBe(day);
});
